package eu.counterpoint.extraction.worker;

import java.text.Normalizer;
import java.util.function.Consumer;

/**
 * The running text of one page: spaces made single, control characters dropped, cut into passages of roughly 600 to 1,200
 * characters at the ends of paragraphs or sentences as soon as there is more than is needed to cut well.
 */
final class PassageText {

    static final int MIN = 600;
    static final int MAX = 1200;
    /** A last passage is at least this long, unless the page is shorter. */
    private static final int REST = 300;
    /** Cut once so much has gathered, so that a long page is not held whole. */
    private static final int ENOUGH = 16 * MAX;

    private final StringBuilder text = new StringBuilder();
    private final Consumer<String> passages;
    private int lineBreaks;
    private boolean tab;
    private boolean space;

    /** @param passages gets each finished passage, never blank */
    PassageText(Consumer<String> passages) {
        this.passages = passages;
    }

    /** @return how many characters of text it grew by */
    int append(char[] characters, int start, int length) {
        int before = text.length();
        for (int i = start; i < start + length; i++) {
            append(characters[i]);
        }
        int grown = text.length() - before;
        if (text.length() > ENOUGH) {
            cut(false);
        }
        return grown;
    }

    void space() {
        space = true;
    }

    void endLine() {
        lineBreaks = Math.max(lineBreaks, 1);
    }

    void endParagraph() {
        lineBreaks = 2;
    }

    void endCell() {
        tab = true;
    }

    /** The page ends. */
    void end() {
        cut(true);
        text.setLength(0);
        lineBreaks = 0;
        tab = false;
        space = false;
    }

    /** What has not become a passage yet. */
    String unfinished() {
        return text.toString();
    }

    private void append(char c) {
        if (c == '\n' || c == '\u2028') {
            lineBreaks = Math.min(lineBreaks + 1, 2);
        } else if (c == '\u2029' || c == '\f') {
            lineBreaks = 2;
        } else if (c == '\t') {
            tab = true;
        } else if (c == '\u00AD') {
            return; // a soft hyphen would hide the word from search
        } else if (c == '\uFFFD' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            // Tika puts U+FFFD for each character that XML does not allow.
            space = true;
        } else if (!ignored(c)) {
            gap();
            text.append(c == '\uF0B7' || c == '\uF0A7' ? '\u2022' : c); // bullets of the Symbol and Wingdings fonts
        }
    }

    private void gap() {
        if (!text.isEmpty()) {
            if (lineBreaks > 0) {
                text.append(lineBreaks > 1 ? "\n\n" : "\n");
            } else if (tab) {
                text.append('\t');
            } else if (space) {
                text.append(' ');
            }
        }
        lineBreaks = 0;
        tab = false;
        space = false;
    }

    private static boolean ignored(char c) {
        return Character.isISOControl(c) || c == '\u200B' || c == '\uFEFF' || c >= '\uFFFE'
                || c >= '\uFFF9' && c <= '\uFFFB';
    }

    private void cut(boolean end) {
        int start = 0;
        while (text.length() - start > (end ? MAX : 2 * MAX)) {
            int at = boundary(start);
            pass(start, at);
            start = at;
        }
        if (end) {
            pass(start, text.length());
        } else {
            text.delete(0, start);
        }
    }

    /** The best place to end a passage that begins at start, where more than a whole passage is left. */
    private int boundary(int start) {
        int from = start + MIN;
        int to = start + Math.min(MAX, text.length() - start - REST);
        int sentence = -1;
        int line = -1;
        int word = -1;
        for (int i = to; i > from; i--) {
            char c = text.charAt(i - 1);
            if (c == '\n' && text.charAt(i - 2) == '\n') {
                return i;
            }
            if (c == '\n' || c == ' ' || c == '\t') {
                word = word < 0 ? i : word;
                line = line < 0 && c == '\n' ? i : line;
                sentence = sentence < 0 && endsSentence(i - 2) ? i : sentence;
            }
        }
        if (sentence > 0) {
            return sentence;
        }
        if (line > 0) {
            return line;
        }
        if (word > 0) {
            return word;
        }
        return Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to;
    }

    private boolean endsSentence(int i) {
        char c = text.charAt(i);
        if (c == '"' || c == '\'' || c == ')' || c == '\u201D' || c == '\u2019' || c == '\u00BB') {
            c = text.charAt(i - 1);
        }
        return c == '.' || c == '!' || c == '?' || c == '\u2026' || c == '\u3002' || c == '\u061F' || c == '\u037E';
    }

    private void pass(int start, int end) {
        String passage = text.substring(start, end).strip();
        if (!passage.isEmpty()) {
            passages.accept(composed(passage));
        }
    }

    /** Accents composed and ligatures taken apart, as a person would type them. */
    private static String composed(String passage) {
        String composed = Normalizer.isNormalized(passage, Normalizer.Form.NFC)
                ? passage
                : Normalizer.normalize(passage, Normalizer.Form.NFC);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (c >= '\uFB00' && c <= '\uFB06') {
                return composed.replace("\uFB00", "ff").replace("\uFB01", "fi").replace("\uFB02", "fl")
                        .replace("\uFB03", "ffi").replace("\uFB04", "ffl").replace("\uFB05", "st")
                        .replace("\uFB06", "st");
            }
        }
        return composed;
    }
}
