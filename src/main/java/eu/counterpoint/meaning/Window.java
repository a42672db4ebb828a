package eu.counterpoint.meaning;

/**
 * A stretch of text that the sentence model reads at once.
 *
 * @param passage number of the passage in which it begins; {@link #DESCRIPTION} where it is not from a file
 * @param text    never blank
 */
public record Window(int passage, String text) {

    /** In place of a passage's number: a material's own title and summary. */
    public static final int DESCRIPTION = -1;
}
