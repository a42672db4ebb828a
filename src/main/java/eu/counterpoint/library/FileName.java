package eu.counterpoint.library;

import java.util.regex.Pattern;

/** The name of a file as its sender gave it, made safe to keep, to show and to hand out again. */
final class FileName {

    private static final int LENGTH = 255;
    private static final int SUFFIX_LENGTH = 12;
    private static final String NAMELESS = "file";

    /** Besides what no text may have: what is of no width, though it may tell two names apart. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\\u200C\\u200D]]");
    private static final Pattern TRAILING = Pattern.compile("[\\s.]+$");

    private FileName() {}

    /** Without folders and invisible characters, at most 255 characters, never empty, never only dots. */
    static String clean(String sent) {
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        name = PlainText.line(INVISIBLE.matcher(name).replaceAll(""));
        name = TRAILING.matcher(name).replaceAll("");
        if (name.isEmpty()) {
            return NAMELESS;
        }
        if (name.length() <= LENGTH) {
            return name;
        }
        String suffix = suffix(name);
        return PlainText.cut(name, LENGTH - suffix.length()) + suffix;
    }

    /** The name without its suffix: {@code report} of {@code report.pdf}. */
    static String withoutSuffix(String name) {
        return name.substring(0, name.length() - suffix(name).length());
    }

    private static String suffix(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 || name.length() - dot > SUFFIX_LENGTH ? "" : name.substring(dot);
    }
}
