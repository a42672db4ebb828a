package eu.counterpoint.ingest;

import eu.counterpoint.account.Reader;
import eu.counterpoint.file.FileTooLargeException;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.NewFile;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Service;

/** Receives files. When a method returns, the original, its record and the job that reads it are durable. */
@Service
public class Intake {

    /**
     * Streams one file into the store and looks what it is. Not yet part of any material.
     *
     * @throws FileTooLargeException    when it is larger than the limit
     * @throws UnsupportedTypeException when it is not of a type that the library takes
     */
    public NewFile keep(Upload upload) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Makes a draft of files kept before, and the jobs that read them, in one transaction. */
    public Material create(Description description, List<NewFile> files, Reader by) {
        throw new UnsupportedOperationException();
    }

    /** Adds files kept before to a material, and the jobs that read them, in one transaction. */
    public Material add(MaterialId id, List<NewFile> files, Reader by) {
        throw new UnsupportedOperationException();
    }

    /** Reads a file again. */
    public void retry(MaterialId id, FileId file, Reader by) {
        throw new UnsupportedOperationException();
    }

    /** The largest file taken, in bytes. */
    public long maxFileBytes() {
        throw new UnsupportedOperationException();
    }
}
