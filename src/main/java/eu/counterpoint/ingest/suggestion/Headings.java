package eu.counterpoint.ingest.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a passage, and which of them look like headings: a file says of few of its lines what they are. */
final class Headings {

    private static final int LONGEST = 90;
    private static final int MOST_LINES = 2;
    private static final Pattern PARAGRAPH = Pattern.compile("(?:(?!\\n\\n).)+", Pattern.DOTALL);

    private Headings() {}

    /** A stretch of a passage. */
    record Stretch(String text, int start, int end) {

        boolean holds(int place) {
            return start <= place && place < end;
        }
    }

    /** What stands between empty lines. */
    static List<Stretch> paragraphs(String text) {
        List<Stretch> paragraphs = new ArrayList<>();
        Matcher paragraph = PARAGRAPH.matcher(text);
        while (paragraph.find()) {
            stretch(text, paragraph.start(), paragraph.end(), paragraphs);
        }
        return paragraphs;
    }

    static List<Stretch> lines(Stretch paragraph) {
        List<Stretch> lines = new ArrayList<>();
        int start = 0;
        String text = paragraph.text();
        while (start <= text.length()) {
            int end = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
            if (!text.substring(start, end).isBlank()) {
                lines.add(new Stretch(text.substring(start, end).strip(), paragraph.start() + start,
                        paragraph.start() + end));
            }
            start = end + 1;
        }
        return lines;
    }

    /** Short paragraphs that begin with a capital or a number and do not end as sentences do. */
    static List<Stretch> of(String text) {
        return paragraphs(text).stream().filter(Headings::isHeading).toList();
    }

    private static boolean isHeading(Stretch paragraph) {
        String text = paragraph.text();
        int first = text.codePointAt(0);
        return text.length() <= LONGEST && lines(paragraph).size() <= MOST_LINES
                && (Character.isUpperCase(first) || Character.isDigit(first))
                && text.codePoints().anyMatch(Character::isLetter)
                && ".,;:…)".indexOf(text.charAt(text.length() - 1)) < 0;
    }

    private static void stretch(String text, int from, int to, List<Stretch> stretches) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            stretches.add(new Stretch(text.substring(start, end), start, end));
        }
    }
}
