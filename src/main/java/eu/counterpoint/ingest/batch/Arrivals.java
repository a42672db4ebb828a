package eu.counterpoint.ingest.batch;

import eu.counterpoint.file.FileStore;
import eu.counterpoint.file.FileTooLargeException;
import eu.counterpoint.file.Original;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.ingest.UnsupportedTypeException;
import eu.counterpoint.ingest.Upload;
import eu.counterpoint.ingest.batch.Originals.Came;
import eu.counterpoint.ui.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps what comes for a batch, whichever way it comes. A file that the library does not take is kept as a word why. */
@Component
class Arrivals {

    private static final Set<String> MANIFEST_NAMES = Set.of("manifest.csv", "manifest.json");

    private final BatchTable batches;
    private final Originals originals;
    private final Intake intake;
    private final FileStore store;
    private final BatchSettings settings;
    private final Texts texts;

    Arrivals(BatchTable batches, Originals originals, Intake intake, FileStore store, BatchSettings settings,
            Texts texts) {
        this.batches = batches;
        this.originals = originals;
        this.intake = intake;
        this.store = store;
        this.settings = settings;
        this.texts = texts;
    }

    /** Takes the table; one that came before goes. Throws as {@link Batches#receiveManifest}. */
    void manifest(BatchId id, Upload manifest) throws IOException {
        String sent = Originals.lastName(manifest.name()).replaceAll("\\p{Cntrl}", "");
        String name = sent.substring(Math.max(0, sent.length() - Batches.LONGEST_NAME));
        Manifest.form(name).orElseThrow(() -> BatchRefusedException.of("manifest-form", name));
        long most = settings.maxManifestSize().toBytes();
        try (InputStream content = manifest.content()) {
            Original kept = store.receive(content, most);
            batches.manifest(id, name, kept.sha256().hex());
        } catch (FileTooLargeException e) {
            throw BatchRefusedException.tooLarge("manifest-size", settings.maxManifestSize().toMegabytes());
        }
    }

    /** Takes a file, or a ZIP of them. Throws as {@link Batches#receive}. */
    void file(BatchId id, Upload file) throws IOException {
        if (!Archive.isOne(file.name())) {
            keep(id, file);
            return;
        }
        try (Several several = several(id)) {
            new Archive(settings).unpack(Originals.lastName(file.name()), file.content(),
                    (name, content) -> several.take(new Upload(name, content)));
            several.finish();
        }
    }

    /** Takes files that come together. */
    Several several(BatchId id) {
        return new Several(id);
    }

    /** Files that come together, out of an archive or a folder; one of them may be the table. Not for several threads. */
    final class Several implements AutoCloseable {

        private final BatchId id;
        private final KeptInOrder kept;
        /** At least as many as there are: one that came before counts again until somebody looks. */
        private long count;

        private Several(BatchId id) {
            this.id = id;
            this.kept = new KeptInOrder(Arrivals.this::came, some -> originals.add(id, some));
            this.count = originals.count(id);
        }

        /** Takes the next one; its content is read when this returns. Throws as {@link Batches#receive}. */
        void take(Upload file) throws IOException {
            if (isManifest(file.name())) {
                manifest(id, file);
            } else {
                if (isFull()) {
                    addAgain(id, came(file));
                } else {
                    count++;
                    kept.file(file);
                }
            }
        }

        /** Notes that there is something that could not be read where it lay. */
        void unreadable(String name) throws IOException {
            Came came = new Came(name, null, texts.get("batch.fault.unreadable", cleanName(name)));
            if (isFull()) {
                addAgain(id, came);
            } else {
                count++;
                kept.noted(came);
            }
        }

        /** To be called once all have come. Throws as {@link #take}. */
        void finish() throws IOException {
            kept.finish();
        }

        private boolean isFull() throws IOException {
            if (count >= settings.maxRows()) {
                kept.finish();
                count = originals.count(id);
            }
            return count >= settings.maxRows();
        }

        @Override
        public void close() {
            kept.close();
        }
    }

    /** Whether a file that comes with others is the table. */
    static boolean isManifest(String name) {
        return MANIFEST_NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    private void keep(BatchId id, Upload file) throws IOException {
        if (originals.count(id) >= settings.maxRows()) {
            addAgain(id, came(file));
        } else {
            originals.add(id, List.of(came(file)));
        }
    }

    /** For a batch that has no room for more: what came before may come again. */
    private void addAgain(BatchId id, Came came) {
        if (!originals.takesThePlaceOfAnother(id, came)) {
            throw BatchRefusedException.tooLarge("too-many-files", settings.maxRows());
        }
        originals.add(id, List.of(came));
    }

    private Came came(Upload file) throws IOException {
        try {
            return new Came(file.name(), intake.keep(file), null);
        } catch (UnsupportedTypeException e) {
            return new Came(file.name(), null, texts.get("batch.fault.file-type", file.cleanName()));
        } catch (FileTooLargeException e) {
            return new Came(file.name(), null,
                    texts.get("batch.fault.file-size", file.cleanName(), intake.maxFileBytes() >> 20));
        }
    }

    private static String cleanName(String name) {
        return new Upload(name, InputStream.nullInputStream()).cleanName();
    }
}
