package eu.counterpoint.meaning;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text where its sentences and paragraphs end. An abbreviation now and then is taken for an end. */
final class Sentences {

    private Sentences() {}

    /** The sentences, none blank, with single spaces. */
    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean last = i + 1 == text.length();
            boolean paragraph = text.charAt(i) == '\n' && !last && text.charAt(i + 1) == '\n';
            if (last || paragraph || Character.isWhitespace(text.charAt(i + 1)) && ends(text, start, i)) {
                String sentence = text.substring(start, i + 1).strip().replaceAll("\\s+", " ");
                if (!sentence.isEmpty()) {
                    sentences.add(sentence);
                }
                start = i + 1;
            }
        }
        return sentences;
    }

    private static boolean ends(String text, int start, int i) {
        int mark = i;
        while (mark > start && "\"')]\u201D\u2019\u00BB".indexOf(text.charAt(mark)) >= 0) {
            mark--;
        }
        return ".!?\u2026\u3002\u061F\u037E".indexOf(text.charAt(mark)) >= 0;
    }
}
