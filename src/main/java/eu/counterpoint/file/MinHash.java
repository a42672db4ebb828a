package eu.counterpoint.file;

import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a text once and keeps the least hashes of its shingles, whatever its length: {@value #SHINGLE} words in a row, without
 * regard to capitals, punctuation, lines and pages, so that a PDF and the document that it was made of are alike. Each
 * shingle is hashed once and counts for one of the numbers (Li, Owen and Zhang, "One Permutation Hashing", 2012); a number
 * that got none borrows from another (Shrivastava, "Optimal Densification for Fast and Accurate Minwise Hashing", 2017).
 */
final class MinHash {

    /** Four is typical for web pages (Manning, Raghavan and Schütze, "Introduction to Information Retrieval", 19.6). */
    private static final int SHINGLE = 5;

    /** With fewer numbers of its own a signature tells nothing: texts below some 45 different shingles. */
    private static final int FEWEST = TextSignature.NUMBERS / 2;

    private static final int BIN_BITS = Integer.numberOfTrailingZeros(TextSignature.NUMBERS);
    private static final long EMPTY = Long.MAX_VALUE;
    private static final char SOFT_HYPHEN = '\u00AD';
    /** FNV-1a, 64 bits. */
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final long[] least = new long[TextSignature.NUMBERS];
    private final long[] last = new long[SHINGLE];
    private long words;
    private long word = BASIS;

    MinHash() {
        Arrays.fill(least, EMPTY);
    }

    /** The next stretch of the text; a word does not go on from one to the next. */
    void add(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                word = (word ^ Character.toLowerCase(c)) * PRIME;
            } else if (c != SOFT_HYPHEN) {
                endWord();
            }
        }
        endWord();
    }

    private void endWord() {
        if (word == BASIS) {
            return;
        }
        last[(int) (words % SHINGLE)] = word;
        word = BASIS;
        words++;
        if (words >= SHINGLE) {
            long shingle = 0;
            for (int i = 0; i < SHINGLE; i++) {
                shingle = mixed(shingle + last[(int) ((words + i) % SHINGLE)]);
            }
            int bin = (int) (shingle >>> Long.SIZE - BIN_BITS);
            long value = shingle << BIN_BITS >>> Integer.SIZE;
            least[bin] = Math.min(least[bin], value);
        }
    }

    /** Empty where the text has too few different shingles. */
    Optional<TextSignature> signature() {
        if (Arrays.stream(least).filter(value -> value != EMPTY).count() < FEWEST) {
            return Optional.empty();
        }
        int[] numbers = new int[TextSignature.NUMBERS];
        for (int bin = 0; bin < numbers.length; bin++) {
            long value = least[bin];
            for (long attempt = 1; value == EMPTY; attempt++) {
                value = least[(int) (mixed(attempt * TextSignature.NUMBERS + bin) >>> Long.SIZE - BIN_BITS)];
            }
            numbers[bin] = (int) value;
        }
        return Optional.of(new TextSignature(numbers));
    }

    /** The last step of MurmurHash3, which spreads a change of any bit over all. */
    static long mixed(long hash) {
        long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
