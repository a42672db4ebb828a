package eu.counterpoint.account;

/** What a person asked of an account cannot be. The message is a sentence for them. */
public class RefusedException extends RuntimeException {

    RefusedException(String message) {
        super(message);
    }
}
