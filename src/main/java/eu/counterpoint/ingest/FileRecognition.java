package eu.counterpoint.ingest;

import eu.counterpoint.extraction.Extraction;
import eu.counterpoint.extraction.Recogniser;
import eu.counterpoint.extraction.Recogniser.PageProgress;
import eu.counterpoint.extraction.Recogniser.Recognition;
import eu.counterpoint.file.ExtractedTexts;
import eu.counterpoint.file.FileStore;
import eu.counterpoint.file.Passage;
import eu.counterpoint.library.FileClaim;
import eu.counterpoint.library.FileClaims;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.ReadFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Reads the pictures of pages in one file, whose text has been read before. What comes of it is kept beside that text under a name
 * of its own, so that the text of files without scans stays what it is whatever Tesseract a machine has.
 */
@Component
class FileRecognition {

    /** Stands in the name that the passages are kept under, before what the recogniser is called. */
    private static final String MARK = "+ocr-";
    private static final Duration NEWS = Duration.ofSeconds(1);

    private final Library library;
    private final FileStore store;
    private final ExtractedTexts texts;
    private final Recogniser recogniser;
    private final PagePictures pictures;
    private final RecognitionProgress progress;
    private final FileClaims claims;
    private final GivenUp givenUp;
    private final Notes notes;

    FileRecognition(Library library, FileStore store, ExtractedTexts texts, Recogniser recogniser,
            PagePictures pictures, RecognitionProgress progress, FileClaims claims, GivenUp givenUp, Notes notes) {
        this.library = library;
        this.store = store;
        this.texts = texts;
        this.recogniser = recogniser;
        this.pictures = pictures;
        this.progress = progress;
        this.claims = claims;
        this.givenUp = givenUp;
        this.notes = notes;
    }

    /** As {@link FileReading#read}. */
    void read(MaterialId id, FileId fileId, Attempt attempt) throws InterruptedException {
        MaterialFile file = library.file(id, fileId).orElse(null);
        if (file == null || file.extractor() == null || file.extractor().contains(MARK)) {
            return;
        }
        try {
            if (attempt.spent()) {
                notes.note(id, file, givenUp.of(id, file));
                return;
            }
            List<Passage> known = known(file);
            Recognition recognition = recogniser.recognise(store.path(file.sha256()), file.name(), known,
                    pictures.languages(id, file, file.detectedLanguage()), news(fileId));
            Extraction extraction = recognition.extraction();
            if (extraction.status() == Extraction.Status.CRASHED
                    && attempt.mayLoseAnother(extraction.workerWasStopped())) {
                throw new WorkerLostException(file.name() + ": " + extraction.reason(),
                        extraction.workerWasStopped());
            }
            if (recognition.found() || file.outcome() == Outcome.PENDING
                    || extraction.status() != Extraction.Status.EXTRACTED) {
                String recognised = file.extractor() + MARK + recognition.version();
                // Where pages were missed, nobody else's text gets worse.
                String version = extraction.status() == Extraction.Status.EXTRACTED
                        ? recognised
                        : Findings.own(recognised, file.id(), file.reading());
                texts.keep(file.sha256(), version, extraction.passages());
                notes.note(id, file, findings(id, file, Findings.of(extraction, version)));
            }
        } catch (NoSuchFileException gone) {
            notes.note(id, file, ReadFile.missing());
        } catch (IOException e) {
            throw new UncheckedIOException("The store failed at " + file.sha256(), e);
        } finally {
            progress.ended(fileId);
        }
    }

    private List<Passage> known(MaterialFile file) throws IOException {
        try (Stream<Passage> passages = texts.passages(file.sha256(), Objects.requireNonNull(file.extractor()))) {
            return passages.toList();
        }
    }

    /** Pages may take a tenth of a second; whoever looks does so once a second. */
    private Consumer<PageProgress> news(FileId file) {
        long[] next = {System.nanoTime()};
        return pages -> {
            if (System.nanoTime() >= next[0]) {
                next[0] = System.nanoTime() + NEWS.toNanos();
                progress.note(file, pages);
            }
        };
    }

    /** What the text's reading told of the file stays, also that it could not be read whole. */
    private ReadFile findings(MaterialId id, MaterialFile file, ReadFile read) {
        boolean hadText = file.outcome() != Outcome.PENDING;
        boolean stillCut = file.outcome() == Outcome.TRUNCATED && read.outcome() == Outcome.EXTRACTED;
        FileClaim claim = claims.of(id, file.id());
        return new ReadFile(stillCut ? file.outcome() : read.outcome(), stillCut ? file.reason() : read.reason(),
                file.mediaType(), claim.title(), claim.authors(), claim.year(),
                hadText ? file.detectedLanguage() : read.language(),
                file.pages() != null ? file.pages() : read.pages(), read.characters(), read.extractor(),
                null, read.signature());
    }
}
