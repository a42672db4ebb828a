package eu.counterpoint.search.embedded;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What lies in the search folder cannot be opened; other failures, of the disk or of time, say nothing about it. */
final class DamagedDataException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedDataException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
