package eu.counterpoint.account;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A token, as the database has it: its hash, never itself. */
@Entity
class AccessToken {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;
    private long accountId;
    private String name;
    private String sha256;
    private Instant created = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private @Nullable Instant lastUsed;

    @SuppressWarnings("NullAway.Init")
    protected AccessToken() {
        // for JPA
    }

    AccessToken(AccountId account, String name, String sha256) {
        this.accountId = account.value();
        this.name = name;
        this.sha256 = sha256;
    }

    Tokens.Token seen() {
        return new Tokens.Token(Objects.requireNonNull(id), name, created, lastUsed);
    }
}
