package eu.counterpoint.ingest.clamd;

import org.jspecify.annotations.Nullable;

/** Clamd is configured and gave no verdict: it is away, busy or in trouble. Asked later, it may. */
public class ClamdUnavailableException extends RuntimeException {

    ClamdUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
