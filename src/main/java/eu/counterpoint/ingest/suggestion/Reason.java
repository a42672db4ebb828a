package eu.counterpoint.ingest.suggestion;

import java.util.Locale;

/**
 * Why something is suggested.
 *
 * @param times  how often the text names it, or how many of the most similar records have it; else 0
 * @param places on how many pages that is; 0 where the file has no pages
 * @param of     how many pages there are, or how many similar records were looked at; else 0
 */
public record Reason(Kind kind, int times, int places, int of) {

    /** What led to a suggestion. */
    public enum Kind {
        /** The file says so of itself. */
        FILE_SAYS,
        /** The file says so of itself, and its first page too. */
        FILE_AND_TEXT_SAY,
        /** It stands on the first page. */
        FIRST_PAGE,
        /** The text is in this language. */
        TEXT_LANGUAGE,
        /** The text names it, in its title too. */
        IN_TITLE,
        /** The text names it, in a heading too. */
        IN_HEADING,
        /** The text names it often. */
        OFTEN,
        /** The most similar records have it. */
        SIMILAR;

        /** As REST and the texts call it: {@code first-page}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Reason of(Kind kind) {
        return new Reason(kind, 0, 0, 0);
    }

    /** The key of the sentence that tells people; its parameters are the three figures. */
    public String key() {
        return "suggestion.why." + kind.id();
    }
}
