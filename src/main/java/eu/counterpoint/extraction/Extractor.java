package eu.counterpoint.extraction;

import java.nio.file.Path;

/** Reads files in worker processes that this application starts, bounds and replaces. */
public interface Extractor {

    /** Names the extractor and its settings; what was extracted is kept under it. Changes when results would. */
    String version();

    /** How many files are read at once. */
    int workers();

    /**
     * Reads one file; waits for a free worker. Never throws for anything the file does: that is an outcome. One call is
     * one try: a worker that dies makes {@link Extraction.Status#CRASHED}, and it is the caller's to try again.
     *
     * @param file the original
     * @param name its name as uploaded; a hint for its type
     * @throws InterruptedException when the caller is asked to stop, which also ends the worker
     */
    Extraction extract(Path file, String name) throws InterruptedException;

    /**
     * Reads one file that its password opens, as {@link #extract(Path, String)} does. The worker that was told the password is
     * ended afterwards. A file that the password does not open is {@link Extraction.Status#ENCRYPTED} with the reason
     * {@code wrong-password}; with the reason {@code password}, no password can open this kind of file here.
     */
    Extraction extract(Path file, String name, Password password) throws InterruptedException;
}
