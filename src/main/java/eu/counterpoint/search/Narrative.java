package eu.counterpoint.search;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A claim or narrative that somebody met. It is passed from hand to hand and kept nowhere, and does not say what it is when it
 * is printed, so that it comes into no log by mistake.
 */
final class Narrative {

    private static final int WINDOW_WORDS = 60;
    /** One word has no meaning that its letters do not have. */
    private static final int FEWEST_WORDS = 2;

    private final String text;

    private Narrative(String text) {
        this.text = text;
    }

    /** What was pasted, without signs that are none. */
    static Narrative of(String pasted) {
        return new Narrative(pasted.replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip());
    }

    String text() {
        return text;
    }

    boolean isEmpty() {
        return text.codePoints().noneMatch(QueryText::isSearchable);
    }

    /** Its words in their order, without marks. */
    List<String> words() {
        return words(text).toList();
    }

    /** A few sentences each, about 60 words; a sentence that is longer is cut. */
    List<String> windows() {
        List<String> windows = new ArrayList<>();
        List<String> window = new ArrayList<>();
        for (String sentence : sentences()) {
            List<String> words = List.of(sentence.strip().split("\\s+"));
            if (window.size() + words.size() > WINDOW_WORDS) {
                give(window, windows);
            }
            for (String word : words) {
                window.add(word);
                if (window.size() == WINDOW_WORDS) {
                    give(window, windows);
                }
            }
        }
        give(window, windows);
        return windows;
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ROOT);
        ends.setText(text);
        int start = ends.first();
        for (int end = ends.next(); end != BreakIterator.DONE; start = end, end = ends.next()) {
            sentences.add(text.substring(start, end));
        }
        return sentences;
    }

    private static void give(List<String> window, List<String> windows) {
        String text = String.join(" ", window);
        if (words(text).count() >= FEWEST_WORDS) {
            windows.add(text);
        }
        window.clear();
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split("[^\\p{L}\\p{M}\\p{N}]+")).filter(word -> !word.isEmpty());
    }

    @Override
    public String toString() {
        return "a narrative of " + text.length() + " characters";
    }
}
