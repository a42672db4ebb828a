package eu.counterpoint.ingest.clamd;

/** Clamd was reached, and says that it could not look through this file. That may be the file's fault or a passing trouble. */
public class ScanFailedException extends ClamdUnavailableException {

    ScanFailedException(String message) {
        super(message, null);
    }
}
