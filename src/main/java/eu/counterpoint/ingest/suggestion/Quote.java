package eu.counterpoint.ingest.suggestion;

import eu.counterpoint.file.Passage;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.MaterialFile;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A stretch of a file's text.
 *
 * @param page    page, slide or sheet, from 1; null where the kind of file has none
 * @param passage number of the passage in which it stands
 * @param second  at which it is said; or null
 * @param before  what stands before the words that matter, cut
 * @param words   the words that matter
 * @param after   what stands after them, cut
 */
public record Quote(FileId file, String fileName, @Nullable Integer page, int passage, @Nullable Integer second,
        String before, String words, String after) {

    private static final int BEFORE = 70;
    private static final int AFTER = 90;

    static Quote of(MaterialFile file, Passage passage, int start, int end) {
        String text = passage.text();
        return new Quote(file.id(), file.name(), passage.page(), passage.number(), passage.second(),
                before(text.substring(0, start)), line(text.substring(start, end)), after(text.substring(end)));
    }

    /** Escaped, with {@code <mark>} around the words that matter. */
    public String html() {
        return escaped(before) + "<mark>" + escaped(words) + "</mark>" + escaped(after);
    }

    /** Letters that are no markup stay as they are. */
    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    private static String before(String text) {
        if (text.length() <= BEFORE) {
            return line(text);
        }
        String end = text.substring(text.length() - BEFORE);
        return "… " + line(end.substring(Math.max(0, firstSpace(end))).stripLeading());
    }

    private static String after(String text) {
        if (text.length() <= AFTER) {
            return line(text);
        }
        String start = text.substring(0, AFTER);
        int last = start.length();
        while (last > 0 && !Character.isWhitespace(start.charAt(last - 1))) {
            last--;
        }
        return line(start.substring(0, last == 0 ? cut(start) : last)).stripTrailing() + " …";
    }

    private static int firstSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(0)) ? 1 : 0;
    }

    /** Not within a character of two halves. */
    private static int cut(String text) {
        return Character.isHighSurrogate(text.charAt(text.length() - 1)) ? text.length() - 1 : text.length();
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
