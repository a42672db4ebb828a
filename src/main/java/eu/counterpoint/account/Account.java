package eu.counterpoint.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A person's account, as the database has it. */
@Entity
class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;
    private String username;
    private String name;
    private String passwordHash;
    @Enumerated(EnumType.STRING)
    private Role role;
    private boolean vetted;
    private boolean enabled = true;
    private boolean mustChangePassword;
    private int generation;
    private Instant created = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @SuppressWarnings("NullAway.Init")
    protected Account() {
        // for JPA
    }

    Account(String username, String name, Role role, boolean vetted, String passwordHash) {
        this.username = username;
        this.name = name;
        this.role = role;
        this.vetted = vetted;
        this.passwordHash = passwordHash;
    }

    AccountId id() {
        return new AccountId(Objects.requireNonNull(id));
    }

    String username() {
        return username;
    }

    String name() {
        return name;
    }

    String passwordHash() {
        return passwordHash;
    }

    Role role() {
        return role;
    }

    boolean enabled() {
        return enabled;
    }

    Standing standing() {
        return new Standing(new Reader(id(), name, role, vetted), username, enabled, mustChangePassword, generation);
    }

    Person person() {
        return new Person(id(), username, name, role, vetted, enabled, mustChangePassword, created);
    }

    void rename(String newName) {
        name = newName;
    }

    void allow(Role newRole, boolean nowVetted, boolean nowEnabled) {
        role = newRole;
        vetted = nowVetted;
        if (enabled && !nowEnabled) {
            generation++;
        }
        enabled = nowEnabled;
    }

    /** Another hash of the same password. */
    void rehash(String newHash) {
        passwordHash = newHash;
    }

    /** Another password: every earlier sign-in ends. */
    void newPassword(String newHash, boolean chosenByOther) {
        passwordHash = newHash;
        mustChangePassword = chosenByOther;
        generation++;
    }
}
