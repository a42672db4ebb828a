package eu.counterpoint.library;

/** The reader has not the right that this needs. */
public class NotAllowedException extends RuntimeException {

    public NotAllowedException(String message) {
        super(message);
    }
}
