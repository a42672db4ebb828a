package eu.counterpoint.meaning;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;

/**
 * BERT's tokenizer: words of lower-case letters without accents, each cut greedily into the longest pieces that the vocabulary
 * has. What looks like one of its marks ({@code [SEP]}) in a text is text.
 */
final class WordPiece implements Tokenizer {

    /** A longer word is unknown, as BERT has it. In code points. */
    private static final int LONGEST_WORD = 100;
    /** No more of a text is looked at for each piece that may come of it. In characters. */
    private static final int CHARACTERS_PER_PIECE = 64;
    private static final String CONTINUED = "##";

    private final Map<String, Integer> vocabulary;
    private final boolean lowerCase;
    private final boolean stripAccents;
    private final int begin;
    private final int end;
    private final int unknown;

    /**
     * @param vocabulary   the number of each piece; a piece that continues a word begins with {@code ##}
     * @param lowerCase    whether the model was trained on lower case only
     * @param stripAccents whether it was trained without accents
     * @throws IllegalArgumentException where it lacks {@code [CLS]}, {@code [SEP]} or {@code [UNK]}
     */
    WordPiece(Map<String, Integer> vocabulary, boolean lowerCase, boolean stripAccents) {
        this.vocabulary = vocabulary;
        this.lowerCase = lowerCase;
        this.stripAccents = stripAccents;
        begin = mark("[CLS]");
        end = mark("[SEP]");
        unknown = mark("[UNK]");
    }

    private int mark(String mark) {
        Integer id = vocabulary.get(mark);
        if (id == null) {
            throw new IllegalArgumentException("The model's vocabulary has no " + mark);
        }
        return id;
    }

    @Override
    public long[] ids(String text, int max) {
        Pieces pieces = new Pieces(max);
        String normal = normal(text.length() <= (long) max * CHARACTERS_PER_PIECE
                ? text
                : text.substring(0, max * CHARACTERS_PER_PIECE));
        int length = normal.length();
        int wordStart = -1;
        for (int i = 0; i < length && !pieces.full();) {
            int c = normal.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean alone = isPunctuation(c) || isIdeograph(c);
            if (alone || isSpace(c)) {
                if (wordStart >= 0) {
                    pieces.addWord(normal.substring(wordStart, i));
                    wordStart = -1;
                }
                if (alone) {
                    pieces.addWord(normal.substring(i, next));
                }
            } else if (wordStart < 0) {
                wordStart = i;
            }
            i = next;
        }
        if (wordStart >= 0) {
            pieces.addWord(normal.substring(wordStart));
        }
        return pieces.finished();
    }

    private String normal(String text) {
        StringBuilder normal = new StringBuilder(text.length());
        String decomposed = stripAccents ? Normalizer.normalize(text, Normalizer.Form.NFD) : text;
        decomposed.codePoints().forEach(c -> {
            if (isDropped(c) || stripAccents && Character.getType(c) == Character.NON_SPACING_MARK) {
                return;
            }
            normal.appendCodePoint(lowerCase ? Character.toLowerCase(c) : c);
        });
        return normal.toString();
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Characters that show nothing, and are not white space. */
    private static boolean isDropped(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\t' && c != '\n' && c != '\r';
            case Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
            default -> c == 0xFFFD;
        };
    }

    private static boolean isPunctuation(int c) {
        if (c < 0x80) {
            return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION, Character.OTHER_PUNCTUATION ->
                true;
            default -> false;
        };
    }

    /** Chinese characters, each a word of its own; not the syllables of Japanese and Korean. */
    private static boolean isIdeograph(int c) {
        return c >= 0x4E00 && c <= 0x9FFF || c >= 0x3400 && c <= 0x4DBF || c >= 0x20000 && c <= 0x2A6DF
                || c >= 0x2A700 && c <= 0x2CEAF || c >= 0xF900 && c <= 0xFAFF || c >= 0x2F800 && c <= 0x2FA1F;
    }

    /** The numbers so far. */
    private final class Pieces {

        private final long[] ids;
        private final int room;
        private int size;

        Pieces(int max) {
            ids = new long[max];
            room = max - 1; // for the mark at the end
            ids[size++] = begin;
        }

        boolean full() {
            return size >= room;
        }

        void addWord(String word) {
            int before = size;
            boolean known = word.codePointCount(0, word.length()) <= LONGEST_WORD;
            for (int start = 0; known && start < word.length() && !full();) {
                int pieceEnd = word.length();
                Integer id = null;
                while (pieceEnd > start) {
                    String piece = word.substring(start, pieceEnd);
                    id = vocabulary.get(start == 0 ? piece : CONTINUED + piece);
                    if (id != null) {
                        break;
                    }
                    pieceEnd--;
                }
                if (id == null) {
                    known = false;
                } else {
                    ids[size++] = id;
                    start = pieceEnd;
                }
            }
            if (!known) {
                size = before;
                if (!full()) {
                    ids[size++] = unknown;
                }
            }
        }

        long[] finished() {
            ids[size++] = end;
            return Arrays.copyOf(ids, size);
        }
    }
}
