package eu.counterpoint.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;

/** Originals by their SHA-256. Written once, never changed; the same content is kept once. */
public interface FileStore {

    /**
     * Streams a file into the store. When this returns, the original is durable. Nothing is kept when it fails.
     *
     * @param maxBytes the largest size taken
     * @throws FileTooLargeException when the stream is longer than that
     * @throws IOException           when the stream breaks or the disk does
     */
    Original receive(InputStream content, long maxBytes) throws IOException;

    /**
     * Opens an original. Reading to the end of content that is not what was stored fails with
     * {@link DamagedFileException}, before the last bytes are handed out. A stream that was skipped in is not verified.
     *
     * @throws java.nio.file.NoSuchFileException when there is none
     */
    InputStream open(Sha256 sha256) throws IOException;

    /**
     * A path of the original on this machine, only to be read.
     *
     * @throws java.nio.file.NoSuchFileException when there is none
     */
    Path path(Sha256 sha256) throws IOException;

    /**
     * Removes an original that nothing has any more. One that was received since a moment stays, also where it had been there
     * already: whoever received it may be about to note that they have it.
     *
     * @return whether it is gone
     */
    boolean remove(Sha256 sha256, Instant notReceivedSince) throws IOException;

    /** How many bytes there is room for, as far as its system tells. */
    long room() throws IOException;
}
