package eu.counterpoint.library;

/** The material cannot go where it was to go from where it is. */
public class WrongStatusException extends RuntimeException {

    public WrongStatusException(String message) {
        super(message);
    }
}
