package eu.counterpoint.extraction;

/** No worker could be started, or the application is closing. Says nothing of the file, which should be tried again. */
public class ExtractorUnavailableException extends RuntimeException {

    public ExtractorUnavailableException(String message) {
        super(message);
    }

    public ExtractorUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
