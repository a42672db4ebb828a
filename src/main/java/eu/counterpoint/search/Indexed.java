package eu.counterpoint.search;

import java.util.List;
import java.util.Set;

/**
 * What an index has of a material.
 *
 * @param version  of the material; 0 where it is not there
 * @param fileKeys of the files whose passages are there
 */
record Indexed(long version, Set<String> fileKeys) {

    /** As much of the document as tells that. */
    record Source(List<String> fileKeys) {}

    static final Indexed NOTHING = new Indexed(0, Set.of());

    boolean isThere() {
        return version > 0;
    }
}
