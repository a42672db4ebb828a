package eu.counterpoint.ingest;

import java.util.concurrent.ThreadLocalRandom;
import org.springframework.dao.ConcurrencyFailureException;

/** Tells the catalogue what reading a file brought. */
final class Notes {

    private static final int ATTEMPTS = 8;

    private Notes() {}

    /** Somebody may be saving the same record at this moment; the file need not be read again for that. */
    static void take(Runnable note) throws InterruptedException {
        for (int attempt = 1;; attempt++) {
            try {
                note.run();
                return;
            } catch (ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                Thread.sleep(ThreadLocalRandom.current().nextLong(10, 20L << attempt));
            }
        }
    }
}
