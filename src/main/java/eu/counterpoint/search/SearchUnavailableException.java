package eu.counterpoint.search;

/** The search engine does not answer at the moment. */
public class SearchUnavailableException extends RuntimeException {

    public SearchUnavailableException(Throwable cause) {
        super("The search engine does not answer", cause);
    }
}
