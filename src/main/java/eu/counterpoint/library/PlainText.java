package eu.counterpoint.library;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text as people write it, without what they cannot see: control characters, marks that turn the direction of the text
 * around, half characters. HTML is text like any other.
 */
final class PlainText {

    private static final Pattern INVISIBLE = Pattern
            .compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFF9-\\uFFFB&&[^\\n\\t]]");
    private static final Pattern NEW_LINE = Pattern.compile("\\R");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Zs}]+");

    private PlainText() {}

    /** Text of several lines. */
    static String lines(String text) {
        return INVISIBLE.matcher(NEW_LINE.matcher(text).replaceAll("\n")).replaceAll("").strip();
    }

    /** Text of one line: new lines become spaces, several spaces one. */
    static String line(String text) {
        String oneLine = SPACE.matcher(NEW_LINE.matcher(text).replaceAll(" ")).replaceAll(" ");
        return Normalizer.normalize(INVISIBLE.matcher(oneLine).replaceAll("").strip(), Normalizer.Form.NFC);
    }

    /** At most so many characters, never half of one. */
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
