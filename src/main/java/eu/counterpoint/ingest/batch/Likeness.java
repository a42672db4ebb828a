package eu.counterpoint.ingest.batch;

import org.apache.lucene.search.spell.LevenshteinDistance;

/** How much a word that somebody wrote looks like one that there is. */
final class Likeness {

    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance();

    private Likeness() {}

    /**
     * Between 0 and 1; 0 where one is more than twice as long as the other. More than half of it would be other letters then,
     * and a whole text in the place of a word would take hours to compare.
     */
    static float of(String word, String wanted) {
        boolean comparable = word.length() <= 2L * wanted.length() && wanted.length() <= 2L * word.length();
        return comparable ? DISTANCE.getDistance(word, wanted) : 0;
    }
}
