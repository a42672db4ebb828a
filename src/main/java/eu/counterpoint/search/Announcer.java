package eu.counterpoint.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Says what became searchable. What was written is seen by searches after a refresh. That comes soon after a quiet time,
 * and then once in {@link #PAUSE} for all that was written meanwhile: each costs the engine as much as some dozen records.
 */
@Component
class Announcer implements DisposableBean {

    private static final Duration SOON = Duration.ofMillis(150);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final Engine engine;
    private final ApplicationEventPublisher events;
    private final ScheduledExecutorService clock = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("search-announcer").daemon().factory());
    private final List<MaterialIndexed> news = new ArrayList<>();
    private final Set<IndexPair> touched = new LinkedHashSet<>();
    private long refreshed = System.nanoTime() - PAUSE.toNanos();

    Announcer(Engine engine, ApplicationEventPublisher events) {
        this.engine = engine;
        this.events = events;
    }

    synchronized void announce(IndexPair pair, MaterialIndexed indexed) {
        if (news.isEmpty()) {
            Duration sinceLast = Duration.ofNanos(System.nanoTime() - refreshed);
            long wait = Math.max(SOON.toMillis(), PAUSE.minus(sinceLast).toMillis());
            clock.schedule(this::refreshAndTell, wait, TimeUnit.MILLISECONDS);
        }
        touched.add(pair);
        news.add(indexed);
    }

    private void refreshAndTell() {
        List<String> indices;
        List<MaterialIndexed> told;
        synchronized (this) {
            indices = touched.stream().flatMap(pair -> Stream.of(pair.materials(), pair.passages())).toList();
            told = List.copyOf(news);
            touched.clear();
            news.clear();
            refreshed = System.nanoTime();
        }
        try {
            engine.ask(Engine.FOR_JOBS,
                    client -> client.indices().refresh(r -> r.index(indices).ignoreUnavailable(true)));
        } catch (RuntimeException e) {
            // The engine refreshes by itself once it is back; what was written is not lost.
            LOG.debug("No refresh at the moment", e);
        }
        told.stream().distinct().forEach(this::tell);
    }

    private void tell(MaterialIndexed indexed) {
        try {
            events.publishEvent(indexed);
        } catch (RuntimeException e) {
            LOG.warn("Somebody failed to hear that {} is searchable", indexed.id(), e);
        }
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }
}
