package eu.counterpoint.ingest;

import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * When the application dies, one of the files that were being read did it, and nobody knows which. Before one is given up for that, it
 * is therefore tried without any other such file beside it, of whatever queue: then the next death tells of it alone.
 */
@Component
class LastTries {

    private final Semaphore turn = new Semaphore(1);

    /** Whether it is this one's turn; then {@link #end} has to follow. */
    boolean begin() {
        return turn.tryAcquire();
    }

    void end() {
        turn.release();
    }
}
