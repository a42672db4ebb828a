package eu.counterpoint.library;

/** The record has changed since the edit was begun. */
public class StaleRevisionException extends RuntimeException {

    public StaleRevisionException(String message) {
        super(message);
    }
}
