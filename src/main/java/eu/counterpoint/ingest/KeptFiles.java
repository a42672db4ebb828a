package eu.counterpoint.ingest;

import eu.counterpoint.file.FileTooLargeException;
import eu.counterpoint.library.NewFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that came together and were kept. Unless something takes them they are forgotten when this is closed.
 */
public final class KeptFiles implements AutoCloseable {

    private final Intake intake;
    private final List<NewFile> files = new ArrayList<>();
    private boolean taken;

    KeptFiles(Intake intake) {
        this.intake = intake;
    }

    /**
     * Keeps one more, as {@link Intake#keep} does.
     *
     * @throws FileTooLargeException    when it is larger than the limit
     * @throws UnsupportedTypeException when it is not of a type that the library takes
     */
    public void keep(Upload upload) throws IOException {
        files.add(intake.keep(upload));
    }

    /** All that were kept, in order. */
    public List<NewFile> files() {
        return List.copyOf(files);
    }

    /** Says that something has them all now. */
    public void taken() {
        taken = true;
    }

    @Override
    public void close() {
        if (!taken && !files.isEmpty()) {
            intake.forget(files);
        }
    }
}
