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
import java.util.concurrent.atomic.AtomicLong;
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
        AtomicLong count = new AtomicLong(originals.count(id));
        try (Unpacked unpacked = new Unpacked(this::came, some -> originals.add(id, some))) {
            new Archive(settings).unpack(Originals.lastName(file.name()), file.content(), (name, content) -> {
                if (isManifest(name)) {
                    manifest(id, new Upload(name, content));
                } else {
                    checkRoom(count.getAndIncrement());
                    unpacked.file(new Upload(name, content));
                }
            });
            unpacked.finish();
        }
    }

    /** Takes a file that came with others: one of them may be the table. */
    void packed(BatchId id, String name, InputStream content) throws IOException {
        if (isManifest(name)) {
            manifest(id, new Upload(name, content));
        } else {
            keep(id, new Upload(name, content));
        }
    }

    /** Whether a file that comes with others is the table. */
    static boolean isManifest(String name) {
        return MANIFEST_NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Notes that there is something that could not be read where it lay. */
    void unreadable(BatchId id, String name) {
        checkRoom(originals.count(id));
        originals.add(id, List.of(new Came(name, null, texts.get("batch.fault.unreadable", cleanName(name)))));
    }

    private void keep(BatchId id, Upload file) throws IOException {
        checkRoom(originals.count(id));
        originals.add(id, List.of(came(file)));
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

    private void checkRoom(long count) {
        if (count >= settings.maxRows()) {
            throw BatchRefusedException.tooLarge("too-many-files", settings.maxRows());
        }
    }

    private static String cleanName(String name) {
        return new Upload(name, InputStream.nullInputStream()).cleanName();
    }
}
