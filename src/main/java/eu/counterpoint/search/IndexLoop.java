package eu.counterpoint.search;

import eu.counterpoint.library.MaterialChanged;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.search.IndexQueue.Change;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings what changed into the index, for as long as the application runs: many materials together, those that come
 * meanwhile with the next. The rows of the queue are held by a transaction while the engine is written to. When the process
 * dies the database lets go of them, and they are done again. Errors are met as exceptions are: where the heap was too small
 * for one material, or for what somebody else did meanwhile, the others still have to be indexed.
 */
@Component
class IndexLoop implements SmartLifecycle {

    private static final int TOGETHER = 100;
    /**
     * From the beginning of a turn to the next, at most, for changes to gather: while many come one by one, each turn costs more
     * than what it brings.
     */
    private static final Duration GATHER = Duration.ofMillis(400);
    /** So long no change came, and none is known to come: what gathered until then is brought in. */
    private static final Duration QUIET = Duration.ofMillis(50);
    /** For changes that another instance made, and for those that are due later. */
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(3);
    private static final Logger LOG = LoggerFactory.getLogger(IndexLoop.class);

    private final IndexQueue queue;
    private final Indexer indexer;
    private final Announcer announcer;
    private final TransactionTemplate transaction;
    private final Semaphore news = new Semaphore(0);
    /** When the last change came, by {@link System#nanoTime}. */
    private volatile long lastNews = System.nanoTime();
    private volatile @Nullable Thread thread;

    IndexLoop(IndexQueue queue, Indexer indexer, Announcer announcer, TransactionTemplate transaction) {
        this.queue = queue;
        this.indexer = indexer;
        this.announcer = announcer;
        this.transaction = transaction;
    }

    /** So that it need not wait for the next look at the table. */
    @TransactionalEventListener
    void committed(MaterialChanged change) {
        if (change.everPublished() && !change.reading()) {
            lastNews = System.nanoTime();
            news.release();
        }
    }

    @Override
    public void start() {
        Thread indexing = Thread.ofPlatform().name("search-indexing").unstarted(this::run);
        // Known before it begins: it ends as soon as it finds that it is no longer wanted.
        thread = indexing;
        indexing.start();
    }

    @Override
    public void stop() {
        Thread current = thread;
        thread = null;
        if (current != null) {
            current.interrupt();
            try {
                current.join(PATIENCE_AT_SHUTDOWN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        Thread current = thread;
        return current != null && current.isAlive();
    }

    private void run() {
        int failures = 0;
        boolean wanted = true;
        while (wanted && isRunning()) {
            try {
                news.drainPermits();
                long began = System.nanoTime();
                int changes = turn();
                failures = 0;
                if (changes > 0 && queue.isEmpty()) {
                    announcer.hurry();
                }
                wanted = changes >= TOGETHER || (changes == 0 || gather(began + GATHER.toNanos())) && waitForNews();
            } catch (RuntimeException | Error e) {
                if (isRunning()) {
                    Duration pause = pause(failures++);
                    LOG.atLevel(level(e)).log("The index will be brought up to date again in {} s: {}",
                            pause.toSeconds(), e.toString());
                    wanted = sleep(pause);
                }
            }
        }
    }

    /**
     * Waits while more changes come, or the texts of files are about to; returns false when the loop has to end.
     *
     * @param end when it is enough, by {@link System#nanoTime}
     */
    private boolean gather(long end) {
        boolean wanted = true;
        while (wanted && System.nanoTime() - end < 0
                && (System.nanoTime() - lastNews < QUIET.toNanos() || queue.expectsMore())) {
            wanted = sleep(QUIET);
        }
        return wanted;
    }

    /** Returns false when the loop has to end. */
    private boolean waitForNews() {
        try {
            news.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Whatever comes meanwhile; returns false when the loop has to end. */
    private static boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static Duration pause(int failuresBefore) {
        Duration pause = TryAgain.pause(failuresBefore);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Returns how many changes there were. */
    private int turn() {
        return transaction.execute(status -> {
            List<Change> changes = queue.take(TOGETHER);
            if (!changes.isEmpty()) {
                Set<MaterialId> failed = index(changes);
                Map<Boolean, List<Change>> done = changes.stream()
                        .collect(Collectors.partitioningBy(change -> !failed.contains(change.material())));
                queue.remove(done.get(true));
                done.get(false).forEach(queue::later);
            }
            return changes.size();
        });
    }

    private Set<MaterialId> index(List<Change> changes) {
        announcer.writing(true);
        try {
            return index(changes.stream().map(Change::material).collect(Collectors.toSet()));
        } finally {
            announcer.writing(false);
        }
    }

    /**
     * Indexes them together. Where one of them cannot be, the others are indexed without it.
     *
     * @return those that cannot be
     * @throws SearchUnavailableException when the engine does not answer
     */
    private Set<MaterialId> index(Set<MaterialId> materials) {
        try {
            indexer.index(materials);
            return Set.of();
        } catch (RuntimeException | Error e) {
            if (engineIsAway(e)) {
                throw e;
            }
        }
        Set<MaterialId> failed = new HashSet<>();
        for (MaterialId material : materials) {
            try {
                indexer.index(Set.of(material));
            } catch (RuntimeException | Error e) {
                if (engineIsAway(e)) {
                    throw e;
                }
                LOG.atLevel(level(e)).log("{} will be indexed again later: {}", material,
                        String.valueOf(e.getCause() == null ? e : e.getCause()));
                failed.add(material);
            }
        }
        return failed;
    }

    private static boolean engineIsAway(Throwable e) {
        return e instanceof SearchUnavailableException && !(e instanceof Bulk.RefusedDocumentException);
    }

    /** What ends by itself is no reason to look for somebody; too little memory is. */
    private static Level level(Throwable e) {
        return e instanceof Error ? Level.WARN : Level.INFO;
    }
}
