package eu.counterpoint.search;

import java.util.List;

/**
 * Where words stand in one file.
 *
 * @param total  passages that have any of the words; exact
 * @param places the best of them, in the order of the file
 */
public record FileHits(long total, List<PassageHit> places) {

    static final FileHits NONE = new FileHits(0, List.of());
}
