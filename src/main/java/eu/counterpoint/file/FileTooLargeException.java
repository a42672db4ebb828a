package eu.counterpoint.file;

import java.io.IOException;

/** A file is larger than what is taken. */
public class FileTooLargeException extends IOException {

    private final long maxBytes;

    public FileTooLargeException(long maxBytes) {
        super("larger than " + maxBytes + " bytes");
        this.maxBytes = maxBytes;
    }

    /** The largest size taken, in bytes. */
    public long maxBytes() {
        return maxBytes;
    }
}
