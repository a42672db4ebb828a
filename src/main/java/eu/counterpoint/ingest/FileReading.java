package eu.counterpoint.ingest;

import eu.counterpoint.extraction.Extraction;
import eu.counterpoint.extraction.Extractor;
import eu.counterpoint.file.ExtractedTexts;
import eu.counterpoint.file.FileStore;
import eu.counterpoint.ingest.clamd.ClamdUnavailableException;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.ReadFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads one file: has it checked for malware, extracts it, keeps its passages beside the original, then tells the catalogue. */
@Component
class FileReading {

    private final Library library;
    private final FileStore store;
    private final ExtractedTexts texts;
    private final MalwareCheck check;
    private final Extractor extractor;
    private final PagePictures pictures;
    private final RecognitionQueue scans;
    private final CoverQueue covers;
    private final GivenUp givenUp;
    private final Notes notes;

    FileReading(Library library, FileStore store, ExtractedTexts texts, MalwareCheck check, Extractor extractor,
            PagePictures pictures, RecognitionQueue scans, CoverQueue covers, GivenUp givenUp, Notes notes) {
        this.library = library;
        this.store = store;
        this.texts = texts;
        this.check = check;
        this.extractor = extractor;
        this.pictures = pictures;
        this.scans = scans;
        this.covers = covers;
        this.givenUp = givenUp;
        this.notes = notes;
    }

    /**
     * Does nothing where the file is gone or already read, so that a job may run twice.
     *
     * @throws WorkerLostException       when a worker was lost over the file that may be tried again
     * @throws ClamdUnavailableException when the malware scanner is away; the file waits
     */
    void read(MaterialId id, FileId fileId, Attempt attempt) throws InterruptedException {
        Optional<MaterialFile> waiting = library.file(id, fileId)
                .filter(file -> file.outcome() == Outcome.PENDING);
        if (waiting.isEmpty()) {
            return;
        }
        MaterialFile file = waiting.get();
        try {
            Optional<ReadFile> rejection = check.rejection(file, attempt.scansFailed());
            if (rejection.isPresent()) {
                notes.note(id, file, rejection.get());
                return;
            }
            if (attempt.spent()) {
                notes.note(id, file, givenUp.of(id, file));
                return;
            }
            Extraction extraction = extractor.extract(store.path(file.sha256()), file.name());
            if (workerWasLost(extraction) && attempt.mayLoseAnother(extraction.workerWasStopped())) {
                throw new WorkerLostException(file.name() + ": " + extraction.reason(),
                        extraction.workerWasStopped());
            }
            String reading = Findings.reading(extractor.version(), file.id(), file.reading(), extraction);
            texts.keep(file.sha256(), reading, extraction.passages());
            note(id, file, extraction, Findings.of(extraction, reading));
        } catch (NoSuchFileException gone) {
            notes.note(id, file, ReadFile.missing());
        } catch (IOException e) {
            throw new UncheckedIOException("The store failed at " + file.sha256(), e);
        }
    }

    private static boolean workerWasLost(Extraction extraction) {
        return extraction.status() == Extraction.Status.CRASHED || extraction.status() == Extraction.Status.TIMED_OUT;
    }

    private void note(MaterialId id, MaterialFile file, Extraction extraction, ReadFile read)
            throws InterruptedException {
        PagePictures.Next next = pictures.after(id, file, extraction, read);
        boolean cover = covers.isFor(read.outcome(), read.mediaType());
        if (!next.recognise() && !cover) {
            notes.note(id, file, next.found());
            return;
        }
        notes.note(id, file, next.found(), () -> {
            if (next.recognise()) {
                scans.enqueue(id, file.id());
            }
            if (cover) {
                covers.enqueue(id, file.id());
            }
        });
    }
}
