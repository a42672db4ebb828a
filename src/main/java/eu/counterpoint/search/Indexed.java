package eu.counterpoint.search;

import java.util.Set;

/**
 * What an index has of a material.
 *
 * @param version  of the material; 0 where it is not there
 * @param fileKeys of the files whose passages are there
 */
record Indexed(long version, Set<String> fileKeys) {

    static final Indexed NOTHING = new Indexed(0, Set.of());

    boolean isThere() {
        return version > 0;
    }
}
