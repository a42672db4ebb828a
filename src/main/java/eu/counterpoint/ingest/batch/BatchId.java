package eu.counterpoint.ingest.batch;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** The id of a batch: short, and not to be guessed. */
public record BatchId(String value) {

    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 10;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]{4,20}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public BatchId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("Not the id of a batch: " + value);
        }
    }

    public static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    static BatchId next() {
        StringBuilder id = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, LETTERS.length()).forEach(letter -> id.append(LETTERS.charAt(letter)));
        return new BatchId(id.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
