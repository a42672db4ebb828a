package eu.counterpoint.account;

import java.util.Locale;
import java.util.Optional;

/**
 * What a password must be. Length is what counts; no rules about kinds of characters (NIST SP 800-63B, 3.1.1.2).
 */
final class PasswordRules {

    /** In characters. */
    static final int SHORTEST = 12;
    /** In characters; an upper end keeps hashing cheap. */
    static final int LONGEST = 256;
    private static final int FEWEST_DIFFERENT = 5;

    private PasswordRules() {}

    /** The key of the text that says what is wrong, or empty where nothing is. */
    static Optional<String> broken(String password, String username) {
        long length = password.codePoints().count();
        if (length < SHORTEST) {
            return Optional.of("account.password.short");
        }
        if (length > LONGEST) {
            return Optional.of("account.password.long");
        }
        var lower = password.strip().toLowerCase(Locale.ROOT);
        if (lower.equals(username.toLowerCase(Locale.ROOT))) {
            return Optional.of("account.password.username");
        }
        if (lower.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            return Optional.of("account.password.repeated");
        }
        return Optional.empty();
    }
}
