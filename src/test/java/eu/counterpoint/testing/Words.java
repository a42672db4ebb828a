package eu.counterpoint.testing;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Words for tests. */
public final class Words {

    /** Of which no two are written as one, in any language. */
    private static final String LETTERS = "bcdfgjlmnpqrtvwz";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Words() {}

    /** A word of 18 letters that nobody else uses. */
    public static String unique() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length()).mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining("", "w", "x"));
    }
}
