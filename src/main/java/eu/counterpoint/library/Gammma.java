package eu.counterpoint.library;

/**
 * The description of a campaign after RAN's GAMMMA+ model; each part is plain text, empty where not reported.
 *
 * @param evaluation the "+": what was measured, and which of it are vanity figures
 */
public record Gammma(String goal, String audience, String message, String messenger, String media, String action,
        String evaluation) {

    public static final Gammma NOT_REPORTED = new Gammma("", "", "", "", "", "", "");

    public boolean reported() {
        return !equals(NOT_REPORTED);
    }
}
