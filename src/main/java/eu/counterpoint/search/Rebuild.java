package eu.counterpoint.search;

import org.springframework.stereotype.Service;

/** Fills a new index from the catalogue and the kept text, and puts it in the place of the old one. */
@Service
public class Rebuild {

    /** Rebuilds the index; searches go on meanwhile. Returns how many materials the new one holds. */
    public long run() {
        throw new UnsupportedOperationException();
    }
}
