package eu.counterpoint.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class PasswordRulesTest {

    @Test
    void takesAFewWords() {
        assertThat(PasswordRules.broken("quiet lamp green", "anna")).isEmpty();
        assertThat(PasswordRules.broken("длинный пароль", "anna")).isEmpty();
    }

    @Test
    void refusesWhatIsTooShortOrTooLong() {
        assertThat(PasswordRules.broken("eleven char", "anna")).contains("account.password.short");
        assertThat(PasswordRules.broken("abcdef".repeat(43), "anna")).contains("account.password.long");
        assertThat(PasswordRules.broken("abcdefgh".repeat(32), "anna")).isEmpty();
    }

    @Test
    void refusesTheUsername() {
        assertThat(PasswordRules.broken("Anna.Andersson", "anna.andersson")).contains("account.password.username");
    }

    @Test
    void refusesARowOfTheSame() {
        assertThat(PasswordRules.broken("aaaaaaaaaaaaaaaa", "anna")).contains("account.password.repeated");
        assertThat(PasswordRules.broken("121212121212", "anna")).contains("account.password.repeated");
    }

    @Test
    void hashesWithArgon2AndWantsOlderFiguresAnew() {
        var passwords = new Passwords();
        var hash = passwords.encode("quiet lamp green");
        assertThat(hash).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("quiet lamp green", hash)).isTrue();
        assertThat(passwords.matches("quiet lamp greem", hash)).isFalse();
        assertThat(passwords.upgradeEncoding(hash)).isFalse();
        var older = "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 4096, 1).encode("quiet lamp green");
        assertThat(passwords.matches("quiet lamp green", older)).isTrue();
        assertThat(passwords.upgradeEncoding(older)).isTrue();
    }

    @Test
    void makesReadablePasswordsThatFollowTheRules() {
        var passwords = new Passwords();
        var one = passwords.readable();
        assertThat(one).matches("([a-z2-9]{4}-){4}[a-z2-9]{4}").isNotEqualTo(passwords.readable());
        assertThat(PasswordRules.broken(one, "anna")).isEmpty();
    }
}
