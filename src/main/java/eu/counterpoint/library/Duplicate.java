package eu.counterpoint.library;

import java.util.Locale;

/**
 * Another material that has a file, or the text of a file, already.
 *
 * @param file     whose duplicate it is
 * @param material that has it too
 * @param title    of that material; empty where it has none yet
 */
public record Duplicate(FileId file, MaterialId material, String title, Status status, Likeness likeness) {

    /** What is the same. */
    public enum Likeness {
        /** The same original, byte for byte. */
        SAME_FILE,
        /** Another original, of nearly the same text. */
        NEARLY_SAME_TEXT;

        /** As REST and the interface write it: {@code same-file}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
