package eu.counterpoint.ingest.suggestion;

import eu.counterpoint.ingest.suggestion.Reason.Kind;
import eu.counterpoint.vocabulary.Concept;
import java.util.List;

/**
 * A concept that a text names, and whether that says what the text is about. See {@code docs/decisions/0018} for the figures.
 *
 * @param times    how often
 * @param points   the same, a name of several words twice: single words are used for other things too
 * @param places   on how many pages, or in how many passages of a text without pages
 * @param of       how many of these there are
 * @param words    of the whole text
 * @param inTitle  whether the title names it too
 * @param headings how often in a heading
 * @param paged    whether places are pages
 * @param quotes   the best places, those in headings first
 */
record CountedConcept(Concept concept, int times, int points, int places, int of, int words, boolean inTitle,
        int headings,
        boolean paged, List<Quote> quotes) {

    static final int MOST_QUOTES = 2;

    /** With fewer points, or but once, it is named by chance, unless the title names it. */
    private static final int POINTS = 4;
    private static final int TIMES = 2;
    /** So many points of 1,000 words, and on one of so many pages; less where a heading names it. */
    private static final double PER_THOUSAND = 2;
    private static final double PER_THOUSAND_BESIDE_HEADING = 0.7;
    private static final int ONE_PAGE_IN = 6;
    private static final int THOUSAND = 1000;

    private static final double TITLE_WORTH = 3;
    private static final double HEADING_WORTH = 0.5;
    private static final int HEADINGS_COUNTED = 4;

    /** Whether it is named so that the text can be said to be about it. */
    boolean isSubject() {
        if (inTitle) {
            return true;
        }
        if (points < POINTS || times < TIMES || places < Math.min(2, of)) {
            return false;
        }
        return headings > 0 && perThousand() >= PER_THOUSAND_BESIDE_HEADING
                || perThousand() >= PER_THOUSAND && places * ONE_PAGE_IN >= of;
    }

    /** The higher, the more it is the subject; to be compared within one text. */
    double weight() {
        return Math.sqrt(perThousand()) * (1 + (double) places / of) + (inTitle ? TITLE_WORTH : 0)
                + Math.min(headings, HEADINGS_COUNTED) * HEADING_WORTH;
    }

    Reason reason() {
        Kind kind = inTitle ? Kind.IN_TITLE : headings > 0 ? Kind.IN_HEADING : Kind.OFTEN;
        boolean pages = paged && of > 1;
        return new Reason(kind, times, pages ? places : 0, pages ? of : 0);
    }

    private double perThousand() {
        return (double) points * THOUSAND / Math.max(1, words);
    }
}
