package eu.counterpoint.file;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A MinHash signature of a text: of two texts, about as many of its {@value #NUMBERS} numbers agree as of all their shingles
 * are in both (Broder, "On the resemblance and containment of documents", 1997). The likeness that it tells is within 0.1 of
 * the true one for 19 of 20 pairs.
 *
 * <p>Half of its numbers make {@value #BANDS} bands; texts are worth comparing when they share one (Leskovec, Rajaraman and Ullman,
 * "Mining of Massive Datasets", 3.4): a pair of likeness s does with 1 - (1 - s^4)^8, so 0.9999 at 0.9, 0.985 at 0.8,
 * 0.40 at 0.5 and 0.013 at 0.2.
 */
public final class TextSignature {

    /** How many numbers a signature has. */
    public static final int NUMBERS = 64;

    /** How many bands half of the numbers make, each of four. */
    public static final int BANDS = 8;

    private static final int ROWS = 4;

    private final int[] numbers;

    TextSignature(int[] numbers) {
        this.numbers = numbers;
    }

    /** Of a file's passages, one after the other; empty where they have too few different words to tell anything. */
    public static Optional<TextSignature> of(List<Passage> passages) {
        MinHash hash = new MinHash();
        passages.forEach(passage -> hash.add(passage.text()));
        return hash.signature();
    }

    /** As {@link #bytes} wrote it. */
    public static TextSignature ofBytes(byte[] bytes) {
        IntBuffer kept = ByteBuffer.wrap(bytes).asIntBuffer();
        int[] numbers = new int[NUMBERS];
        kept.get(numbers);
        return new TextSignature(numbers);
    }

    /** Four bytes a number. */
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(NUMBERS * Integer.BYTES);
        bytes.asIntBuffer().put(numbers);
        return bytes.array();
    }

    /** One number for each band, which another text has too where it shares the band. No two bands have the same number. */
    public long[] bands() {
        long[] bands = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long hash = band;
            for (int row = 0; row < ROWS; row++) {
                hash = MinHash.mixed(hash * 31 + numbers[band * ROWS + row]);
            }
            // The band itself in the lowest bits keeps equal numbers in two bands apart.
            bands[band] = hash & -BANDS | band;
        }
        return bands;
    }

    /** Which part of all the shingles of both texts are in both: 0 to 1. */
    public double likeness(TextSignature other) {
        int same = 0;
        for (int i = 0; i < NUMBERS; i++) {
            if (numbers[i] == other.numbers[i]) {
                same++;
            }
        }
        return same / (double) NUMBERS;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextSignature signature && Arrays.equals(numbers, signature.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }
}
