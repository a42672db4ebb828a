package eu.counterpoint.ingest;

import eu.counterpoint.extraction.CoverMaker;
import eu.counterpoint.extraction.CoverMaker.Result;
import eu.counterpoint.file.CoverStore;
import eu.counterpoint.file.FileStore;
import eu.counterpoint.library.Covers;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.MaterialId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the cover of one file, which has been read before. Nothing that goes wrong costs more than the cover. */
@Component
class FileCover {

    private final Library library;
    private final FileStore store;
    private final CoverMaker maker;
    private final CoverStore pictures;
    private final Covers covers;
    private final ReadingLoad load;

    FileCover(Library library, FileStore store, CoverMaker maker, CoverStore pictures, Covers covers,
            ReadingLoad load) {
        this.library = library;
        this.store = store;
        this.maker = maker;
        this.pictures = pictures;
        this.covers = covers;
        this.load = load;
    }

    /** As {@link FileReading#read}. Where another file with the same content has a cover already, that is it. */
    void make(MaterialId id, FileId fileId, Attempt attempt) throws InterruptedException {
        if (!attempt.onLastTry()) {
            // Others wait for the end of one whose last try it is.
            load.awaitQuiet();
        }
        Optional<MaterialFile> found = library.file(id, fileId)
                .filter(file -> !file.withheld() && Covers.isWorthATry(file.outcome()) && !covers.has(file.sha256()));
        if (found.isPresent()) {
            make(found.get(), attempt);
        }
    }

    private void make(MaterialFile file, Attempt attempt) throws InterruptedException {
        if (attempt.spent()) {
            covers.none(file.sha256());
            return;
        }
        try {
            switch (maker.make(store.path(file.sha256()))) {
                case Result.Drawn drawn -> {
                    pictures.keep(file.sha256(), drawn.jpeg());
                    covers.made(file.sha256(), drawn.width(), drawn.height());
                }
                case Result.None none -> covers.none(file.sha256());
                case Result.WorkerLost lost -> {
                    if (attempt.mayLoseAnother(lost.stopped())) {
                        throw new WorkerLostException("the cover of " + file.name(), lost.stopped());
                    }
                    covers.none(file.sha256());
                }
            }
        } catch (NoSuchFileException gone) {
            covers.none(file.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException("The store failed at the cover of " + file.sha256(), e);
        }
    }
}
