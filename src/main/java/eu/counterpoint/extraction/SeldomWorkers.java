package eu.counterpoint.extraction;

import eu.counterpoint.extraction.worker.Frame;
import eu.counterpoint.extraction.worker.Task;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Workers for what comes seldom: they are there while there is something to do, and some time longer, and then go. */
final class SeldomWorkers implements AutoCloseable {

    private final WorkerPool pool;
    private final Duration patience;
    /** Goes up with the beginning of each task and with its end, so that it tells whether anything has happened since. */
    private final AtomicLong turns = new AtomicLong();
    private final AtomicLong busy = new AtomicLong();

    /** @param patience how long they stay after their last task; zero for not at all */
    SeldomWorkers(WorkerPool pool, Duration patience) {
        this.pool = pool;
        this.patience = patience;
    }

    /** As {@link WorkerPool#read}. */
    Extraction read(Task task, Consumer<Frame> also) throws InterruptedException {
        busy.incrementAndGet();
        turns.incrementAndGet();
        try {
            return pool.read(task, also);
        } finally {
            long turn = turns.incrementAndGet();
            if (busy.decrementAndGet() == 0) {
                restAfter(turn);
            }
        }
    }

    private void restAfter(long turn) {
        if (patience.isZero()) {
            pool.rest();
            return;
        }
        Thread.ofVirtual().name("workers-rest").start(() -> {
            try {
                Thread.sleep(patience);
                if (turns.get() == turn) {
                    pool.rest();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** The processes that run now. */
    List<Long> pids() {
        return pool.pids();
    }

    /** Whether all of them have a file. */
    boolean areBusy() {
        return pool.isReading();
    }

    @Override
    public void close() {
        pool.close();
    }
}
