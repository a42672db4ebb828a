package eu.counterpoint.ingest.ui;

import eu.counterpoint.account.Reader;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.NewFile;
import eu.counterpoint.library.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The material behind one open form. It comes into being with the first file or the first save, whichever is earlier;
 * several files may arrive at once.
 */
class Draft {

    private final Library library;
    private final Intake intake;
    private @Nullable MaterialId id;
    private long revision;

    Draft(Library library, Intake intake) {
        this.library = library;
        this.intake = intake;
    }

    Draft(Library library, Intake intake, Material material) {
        this(library, intake);
        this.id = material.id();
        this.revision = material.revision();
    }

    /** Null until there is something to keep. */
    synchronized @Nullable MaterialId id() {
        return id;
    }

    synchronized Material receive(NewFile file, Reader by) {
        return id == null
                ? begun(intake.create(Description.EMPTY, List.of(file), by))
                : intake.add(id, List.of(file), by);
    }

    /** Throws as {@link Library#describe}. */
    synchronized Material save(Description description, Reader by) {
        return begun(id == null
                ? intake.create(description, List.of(), by)
                : library.describe(id, revision, description, by));
    }

    /** Throws as {@link Library#move}. */
    synchronized Material submit(Reader by) {
        return begun(library.move(existing(), Status.SUBMITTED, null, by));
    }

    /** The record as it is now, or null where there is none yet. */
    synchronized @Nullable Material current(Reader by) {
        return id == null ? null : library.visible(id, by);
    }

    void remove(FileId file, Reader by) {
        library.removeFile(existing(), file, by);
    }

    void correctLanguage(FileId file, String language, Reader by) {
        library.correctLanguage(existing(), file, language, by);
    }

    void retry(FileId file, Reader by) {
        intake.retry(existing(), file, by);
    }

    private synchronized MaterialId existing() {
        if (id == null) {
            throw new IllegalStateException("There is no draft yet");
        }
        return id;
    }

    private Material begun(Material material) {
        id = material.id();
        revision = material.revision();
        return material;
    }
}
