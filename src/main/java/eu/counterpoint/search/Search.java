package eu.counterpoint.search;

import eu.counterpoint.account.Reader;
import org.springframework.stereotype.Service;

/** Finds published materials that a reader may see. */
@Service
public class Search {

    /** @throws SearchUnavailableException when the engine does not answer */
    public SearchResult search(SearchQuery query, Reader reader) {
        throw new UnsupportedOperationException();
    }
}
