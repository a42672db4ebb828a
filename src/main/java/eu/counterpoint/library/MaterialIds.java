package eu.counterpoint.library;

import java.security.SecureRandom;

/** Makes ids that are short, cannot be guessed and have no letters that look like others (after Crockford). */
final class MaterialIds {

    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private MaterialIds() {}

    static MaterialId next() {
        StringBuilder id = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, LETTERS.length()).forEach(letter -> id.append(LETTERS.charAt(letter)));
        return new MaterialId(id.toString());
    }
}
