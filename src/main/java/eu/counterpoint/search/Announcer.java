package eu.counterpoint.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Says what became searchable. What was written is seen by searches after a refresh, which costs the engine as much as some
 * dozen records. So it comes soon after a quiet time or when nothing more is to be written, and while writing goes on when
 * that pauses, or now and then.
 */
@Component
class Announcer implements DisposableBean {

    private static final Duration SOON = Duration.ofMillis(150);
    /** So long nothing was written: longer than the changes take to gather. */
    private static final Duration PAUSE = Duration.ofMillis(600);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    /** Between a refresh and the next that was hurried. */
    private static final Duration SHORTEST = Duration.ofMillis(250);
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final Engine engine;
    private final ApplicationEventPublisher events;
    private final ScheduledExecutorService clock = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("search-announcer").daemon().factory());
    private final List<MaterialIndexed> news = new ArrayList<>();
    private final Set<IndexPair> touched = new LinkedHashSet<>();
    private long refreshed = System.nanoTime() - LONGEST.toNanos();
    private long written;
    private boolean writing;
    /** Whether nothing more was to be written, and nothing was since. */
    private boolean hurried;
    private @Nullable ScheduledFuture<?> next;

    Announcer(Engine engine, ApplicationEventPublisher events) {
        this.engine = engine;
        this.events = events;
    }

    /** Changes are being written from now on, or no longer. */
    synchronized void writing(boolean begins) {
        writing = begins;
        written = System.nanoTime();
    }

    synchronized void announce(IndexPair pair, MaterialIndexed indexed) {
        hurried = false;
        if (news.isEmpty()) {
            look(since(refreshed).compareTo(LONGEST) < 0 ? PAUSE : SOON);
        }
        touched.add(pair);
        news.add(indexed);
    }

    /** Nothing more is to be written for now. */
    synchronized void hurry() {
        if (!news.isEmpty()) {
            hurried = true;
            look(SHORTEST.minus(since(refreshed)));
        }
    }

    private void look(Duration later) {
        if (next != null) {
            next.cancel(false);
        }
        next = clock.schedule(this::refreshAndTell, later.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    private void refreshAndTell() {
        List<String> indices;
        List<MaterialIndexed> told;
        synchronized (this) {
            if (news.isEmpty()) {
                return;
            }
            Duration quiet = since(written);
            boolean goesOn = writing || quiet.compareTo(PAUSE) < 0;
            if (!hurried && goesOn && since(refreshed).compareTo(LONGEST) < 0) {
                Duration pause = writing ? PAUSE : PAUSE.minus(quiet);
                Duration left = LONGEST.minus(since(refreshed));
                look(pause.compareTo(left) < 0 ? pause : left);
                return;
            }
            indices = touched.stream().flatMap(pair -> Stream.of(pair.materials(), pair.passages())).toList();
            told = List.copyOf(news);
            touched.clear();
            news.clear();
            hurried = false;
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
