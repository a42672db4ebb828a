package eu.counterpoint.meaning;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;

/**
 * SentencePiece's unigram tokenizer, as multilingual models have it (XLM-R): each word, led by {@code ▁}, becomes those pieces
 * whose scores have the greatest sum. Its table of characters is replaced by Unicode's NFKC, from which it differs for a few
 * signs.
 */
final class Unigram implements Tokenizer {

    /** No more of a text is looked at for each piece that may come of it. In characters. */
    private static final int CHARACTERS_PER_PIECE = 64;
    /** A longer word is cut. In characters. */
    private static final int LONGEST_WORD = 512;
    /** How much worse than the worst piece an unknown character is, as SentencePiece has it. */
    private static final double PENALTY = 10;
    private static final char LEAD = '\u2581';
    /** What SentencePiece takes for a space beyond what Java does. */
    private static final String SPACES = "\u200B\u200E\u200F\uFEFF\uFFFD\u2581";

    /**
     * A piece of the vocabulary.
     *
     * @param score the greater, the more frequent it is
     */
    record Piece(int id, double score) {}

    private final Map<String, Piece> vocabulary;
    private final int begin;
    private final int end;
    private final int unknown;
    private final double unknownScore;
    private final int longestPiece;

    /** @throws IllegalArgumentException where the vocabulary lacks {@code <s>} or {@code </s>} */
    Unigram(Map<String, Piece> vocabulary, int unknown) {
        this.vocabulary = vocabulary;
        this.unknown = unknown;
        begin = mark("<s>");
        end = mark("</s>");
        unknownScore = vocabulary.values().stream().mapToDouble(Piece::score).min().orElse(0) - PENALTY;
        longestPiece = vocabulary.keySet().stream().mapToInt(String::length).max().orElse(1);
    }

    private int mark(String mark) {
        Piece piece = vocabulary.get(mark);
        if (piece == null) {
            throw new IllegalArgumentException("The model's vocabulary has no " + mark);
        }
        return piece.id();
    }

    @Override
    public long[] ids(String text, int max) {
        long[] ids = new long[max];
        int size = 0;
        ids[size++] = begin;
        for (String word : normal(text, max * CHARACTERS_PER_PIECE).split(" ")) {
            for (int start = 0; start < word.length() && size < max - 1; start += LONGEST_WORD) {
                String part = word.substring(start, Math.min(word.length(), start + LONGEST_WORD));
                long[] pieces = pieces(start == 0 ? LEAD + part : part);
                int taken = Math.min(pieces.length, max - 1 - size);
                System.arraycopy(pieces, 0, ids, size, taken);
                size += taken;
            }
        }
        ids[size++] = end;
        return Arrays.copyOf(ids, size);
    }

    private static String normal(String text, int most) {
        String begun = text.length() <= most ? text : text.substring(0, most);
        StringBuilder normal = new StringBuilder(begun.length());
        Normalizer.normalize(begun, Normalizer.Form.NFKC).codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || SPACES.indexOf(c) >= 0) {
                normal.append(' ');
            } else if (!Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE) {
                normal.appendCodePoint(c);
            }
        });
        return normal.toString();
    }

    /** The best way to lay pieces over a word (Viterbi): for each place, the best score with which one gets there. */
    private long[] pieces(String word) {
        int length = word.length();
        double[] best = new double[length + 1];
        int[] from = new int[length + 1];
        long[] piece = new long[length + 1];
        Arrays.fill(best, 1, length + 1, Double.NEGATIVE_INFINITY);
        for (int start = 0; start < length; start++) {
            if (best[start] == Double.NEGATIVE_INFINITY) {
                continue; // in the middle of a character
            }
            int character = start + Character.charCount(word.codePointAt(start));
            boolean known = false;
            for (int stop = start + 1; stop <= length && stop - start <= longestPiece; stop++) {
                Piece found = vocabulary.get(word.substring(start, stop));
                if (found != null) {
                    known |= stop == character;
                    reach(stop, best[start] + found.score(), start, found.id(), best, from, piece);
                }
            }
            if (!known) {
                reach(character, best[start] + unknownScore, start, unknown, best, from, piece);
            }
        }
        long[] backwards = new long[length];
        int size = 0;
        for (int at = length; at > 0; at = from[at]) {
            // Unknown characters in a row are one.
            if (piece[at] != unknown || size == 0 || backwards[size - 1] != unknown) {
                backwards[size++] = piece[at];
            }
        }
        long[] pieces = new long[size];
        for (int i = 0; i < size; i++) {
            pieces[i] = backwards[size - 1 - i];
        }
        return pieces;
    }

    private static void reach(int place, double score, int start, int id, double[] best, int[] from, long[] piece) {
        if (score > best[place]) {
            best[place] = score;
            from[place] = start;
            piece[place] = id;
        }
    }
}
