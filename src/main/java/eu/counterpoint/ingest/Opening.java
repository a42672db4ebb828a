package eu.counterpoint.ingest;

import eu.counterpoint.account.Reader;
import eu.counterpoint.extraction.Extraction;
import eu.counterpoint.extraction.Extractor;
import eu.counterpoint.extraction.ExtractorUnavailableException;
import eu.counterpoint.extraction.Password;
import eu.counterpoint.file.ExtractedTexts;
import eu.counterpoint.file.FileStore;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.MaterialNotFoundException;
import eu.counterpoint.library.NotAllowedException;
import eu.counterpoint.library.Outcome;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Reads files with the password that a person gives. The password stays in the memory of this process and of the worker that
 * opens the file; the file is encrypted in the catalogue until it was read, and so it is again after a crash.
 */
@Service
public class Opening {

    /** Files that may wait for a worker at the same time, each with its password. */
    private static final int MOST_AT_ONCE = 8;
    private static final Logger log = LoggerFactory.getLogger(Opening.class);

    private final Library library;
    private final FileStore store;
    private final ExtractedTexts texts;
    private final Extractor extractor;
    private final Notes notes;
    private final Set<FileId> underWay = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    Opening(Library library, FileStore store, ExtractedTexts texts, Extractor extractor, Notes notes) {
        this.library = library;
        this.store = store;
        this.texts = texts;
        this.extractor = extractor;
        this.notes = notes;
    }

    /** How it went. All but {@link #OPENED} leave the file as it was. */
    public enum Result {
        /** The file was read. */
        OPENED,
        /** The password is another. */
        WRONG,
        /** No password can open this kind of file here. */
        NOT_POSSIBLE,
        /** Reading it went wrong, also with the password. */
        FAILED,
        /** It is not encrypted, or not any more. */
        NOT_ENCRYPTED,
        /** Somebody else is opening it at this moment. */
        UNDER_WAY,
        /** Too many files are being opened at this moment. */
        LATER;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Begins to read a file with its password, which is forgotten afterwards.
     *
     * @throws MaterialNotFoundException when there is no such material or file, or none that this reader may know of
     * @throws NotAllowedException       when this reader may not change the material
     */
    public CompletableFuture<Result> open(MaterialId id, FileId fileId, Password password, Reader by) {
        Material material = library.visible(id, by);
        MaterialFile file = material.file(fileId)
                .orElseThrow(() -> new MaterialNotFoundException(id + " has no file " + fileId));
        if (!library.mayEdit(material, by)) {
            throw new NotAllowedException("Only those who may change a material open its files");
        }
        if (file.outcome() != Outcome.ENCRYPTED) {
            return refused(Result.NOT_ENCRYPTED, password);
        }
        if (!places.tryAcquire()) {
            return refused(Result.LATER, password);
        }
        if (!underWay.add(fileId)) {
            places.release();
            return refused(Result.UNDER_WAY, password);
        }
        CompletableFuture<Result> result = new CompletableFuture<>();
        Thread.ofVirtual().name("opening-" + fileId).start(() -> {
            try (password) {
                result.complete(read(id, file, password, by));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExtractorUnavailableException | NotAllowedException | MaterialNotFoundException e) {
                log.info("The file {} was not opened: {}", fileId, e.getMessage());
            } catch (IOException | RuntimeException e) {
                log.error("The file {} could not be opened with its password", fileId, e);
            } finally {
                underWay.remove(fileId);
                places.release();
                result.complete(Result.FAILED);
            }
        });
        return result;
    }

    /** Whether a file is being opened by this instance. */
    public boolean isUnderWay(FileId file) {
        return underWay.contains(file);
    }

    private Result read(MaterialId id, MaterialFile file, Password password, Reader by)
            throws InterruptedException, IOException {
        Extraction extraction = extractor.extract(store.path(file.sha256()), file.name(), password);
        return switch (extraction.status()) {
            case ENCRYPTED -> "wrong-password".equals(extraction.reason()) ? Result.WRONG : Result.NOT_POSSIBLE;
            case CRASHED, TIMED_OUT, UNREADABLE -> Result.FAILED;
            case EXTRACTED, TRUNCATED, EMPTY -> {
                String reading = Findings.own(extractor.version(), file.id(), file.reading() + 1);
                texts.keep(file.sha256(), reading, extraction.passages());
                notes.opened(id, file, Findings.opened(extraction, reading), by);
                yield Result.OPENED;
            }
        };
    }

    private static CompletableFuture<Result> refused(Result result, Password password) {
        password.close();
        return CompletableFuture.completedFuture(result);
    }
}
