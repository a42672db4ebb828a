package eu.counterpoint.ingest;

import eu.counterpoint.account.Reader;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.ReadFile;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the catalogue what reading a file brought. */
@Component
class Notes {

    private static final int ATTEMPTS = 8;

    private final Library library;
    private final TransactionTemplate transactions;

    Notes(Library library, TransactionTemplate transactions) {
        this.library = library;
        this.transactions = transactions;
    }

    /** Somebody may be saving the same record at this moment; the file need not be read again for that. */
    void note(MaterialId id, MaterialFile file, ReadFile read) throws InterruptedException {
        patiently(() -> library.fileRead(id, file.id(), file.reading(), read));
    }

    /** The same, with something else done in the same transaction. */
    void note(MaterialId id, MaterialFile file, ReadFile read, Runnable also) throws InterruptedException {
        patiently(() -> transactions.executeWithoutResult(transaction -> {
            library.fileRead(id, file.id(), file.reading(), read);
            also.run();
        }));
    }

    /** The same, of a file that somebody's password has opened. */
    void opened(MaterialId id, MaterialFile file, ReadFile read, Reader by) throws InterruptedException {
        patiently(() -> library.fileOpened(id, file.id(), file.reading(), read, by));
    }

    private static void patiently(Runnable note) throws InterruptedException {
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
