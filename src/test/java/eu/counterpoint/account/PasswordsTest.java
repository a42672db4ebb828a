package eu.counterpoint.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void anUnknownNameIsCheckedAgainstAHashOfTheSameStrength() {
        String known = passwords.encode("a word of somebody");

        assertThat(passwords.upgradeEncoding(passwords.nobodys)).as("read, and as strong as today's").isFalse();
        assertThat(passwords.nobodys).hasSameSizeAs(known);
        assertThat(passwords.nobodys.substring(0, known.indexOf("p=1$"))).isEqualTo(
                known.substring(0, known.indexOf("p=1$")));
        assertThat(passwords.matchNobody("a word of somebody")).isFalse();
    }
}
