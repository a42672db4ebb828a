package eu.counterpoint.ingest.batch;

import eu.counterpoint.account.Accounts;
import eu.counterpoint.account.Reader;
import eu.counterpoint.ingest.Upload;
import eu.counterpoint.ingest.batch.ServerFolder.Found;
import eu.counterpoint.ingest.batch.ServerFolder.UnreadableException;
import eu.counterpoint.library.NotAllowedException;
import eu.counterpoint.ui.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the files of a folder of the server, some at a time, then makes the dry run. A turn that was cut off is done again: a
 * file that came already comes to the same.
 */
@Component
class FolderReceiving {

    private static final Logger log = LoggerFactory.getLogger(FolderReceiving.class);
    /** After so long a turn ends, so that a stopping application does not wait for it. */
    private static final Duration TURN = Duration.ofSeconds(1);

    private final Batches batches;
    private final BatchTable table;
    private final Arrivals arrivals;
    private final ServerFolder folder;
    private final Accounts accounts;
    private final Texts texts;

    FolderReceiving(Batches batches, BatchTable table, Arrivals arrivals, ServerFolder folder, Accounts accounts,
            Texts texts) {
        this.batches = batches;
        this.table = table;
        this.arrivals = arrivals;
        this.folder = folder;
        this.accounts = accounts;
        this.texts = texts;
    }

    /**
     * Does a piece of the work.
     *
     * @param last the name of the last file that has come; empty to begin
     * @return the same for the next turn; null when there is nothing more to do
     * @throws UncheckedIOException when nothing can be kept at the moment
     */
    @Nullable
    String turn(BatchId id, String last) {
        Batch batch = receiving(id).orElse(null);
        if (batch == null) {
            return null;
        }
        try {
            Reader owner = accounts.reader(batch.owner())
                    .orElseThrow(() -> new NotAllowedException("The account is no longer there"));
            String reached = files(batch, folder.list(batch.folder(), owner), last);
            if (reached == null) {
                batches.checkReceived(id, owner);
            }
            return reached;
        } catch (BatchRefusedException e) {
            table.refused(id, texts.get(e.key(), e.values()));
        } catch (NotAllowedException e) {
            table.refused(id, texts.get("batch.fault.not-allowed"));
        } catch (IOException e) {
            throw new UncheckedIOException("What comes for batch " + id + " cannot be kept", e);
        } catch (RuntimeException e) {
            if (BatchImport.isPassing(e)) {
                throw e;
            }
            if (receiving(id).isEmpty()) {
                // Somebody has discarded it at this very moment.
                return null;
            }
            log.error("A folder of the server cannot be received for batch {}", id, e);
            table.refused(id, texts.get("batch.refused.unexpected"));
        }
        return null;
    }

    /** @return the name of the last one, or null when all have come, or nobody waits for them any more */
    private @Nullable String files(Batch batch, List<Found> all, String last) throws IOException {
        Instant end = Instant.now().plus(TURN);
        try (Arrivals.Several several = arrivals.several(batch.id())) {
            for (Found found : all) {
                if (found.name().compareTo(last) <= 0) {
                    continue;
                }
                if (receiving(batch.id()).isEmpty()) {
                    return null;
                }
                take(several, found);
                if (Instant.now().isAfter(end)) {
                    several.finish();
                    return found.name();
                }
            }
            several.finish();
        }
        return null;
    }

    private static void take(Arrivals.Several several, Found found) throws IOException {
        if (!found.readable()) {
            several.unreadable(found.name());
            return;
        }
        try (InputStream content = found.open()) {
            several.take(new Upload(found.name(), content));
        } catch (UnreadableException e) {
            if (Thread.currentThread().isInterrupted()) {
                // The application stops; the file is there when it is back.
                throw e;
            }
            log.warn("{} cannot be read: {}", found.path(), e.getMessage());
            several.unreadable(found.name());
        }
    }

    private Optional<Batch> receiving(BatchId id) {
        return table.find(id).filter(Batch::isReceiving);
    }
}
