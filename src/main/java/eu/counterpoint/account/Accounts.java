package eu.counterpoint.account;

import eu.counterpoint.ui.Texts;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What other modules need to know of people, and what a person may do with their own account. */
@Component
public class Accounts {

    static final int LONGEST_NAME = 120;

    private final AccountRows accounts;
    private final Standings standings;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final Texts texts;

    Accounts(AccountRows accounts, Standings standings, Passwords passwords, SignInThrottle throttle, Texts texts) {
        this.accounts = accounts;
        this.standings = standings;
        this.passwords = passwords;
        this.throttle = throttle;
        this.texts = texts;
    }

    /** The name of a person for people, or an empty text where the account is gone. */
    public String name(AccountId id) {
        return standings.of(id).map(standing -> standing.reader().name()).orElse("");
    }

    /** The person as a reader with the rights of this moment; empty where the account is gone or disabled. */
    public Optional<Reader> reader(AccountId id) {
        return standings.of(id).filter(Standing::enabled).map(Standing::reader);
    }

    /**
     * The first administrator, in whose name the library itself acts.
     *
     * @throws IllegalStateException when there is none
     */
    public Reader firstAdministrator() {
        return accounts.findFirstByRoleAndEnabledTrueOrderById(Role.ADMINISTRATOR)
                .map(account -> account.standing().reader())
                .orElseThrow(() -> new IllegalStateException("There is no administrator yet"));
    }

    /** A person's own account; empty for a visitor. */
    public Optional<Person> own(Reader reader) {
        return reader.account() == null
                ? Optional.empty()
                : accounts.findById(reader.account().value()).map(Account::person);
    }

    /** Whether this person came in with a password that somebody else chose, and has to choose their own first. */
    public boolean mustChangePassword(Reader reader) {
        return reader.account() != null
                && standings.of(reader.account()).map(Standing::mustChangePassword).orElse(false);
    }

    /**
     * Gives a person another name.
     *
     * @throws RefusedException when it is empty or longer than 120 characters
     */
    @Transactional
    public void rename(Reader reader, String name) {
        var account = account(reader);
        account.rename(checkedName(name, texts));
        standings.forget(account.id());
    }

    /**
     * Changes a person's password. This sign-in stays, every other one of theirs ends; tokens stay.
     *
     * @throws RefusedException when the current password is wrong, was wrong too often, or the new one breaks a rule
     */
    @Transactional
    public void changePassword(Reader reader, String current, String wanted) {
        var account = account(reader);
        var here = "account " + account.id().value();
        var wait = throttle.attempt(account.username(), here);
        if (wait.isPositive()) {
            throw new RefusedException(Waiting.sentence(wait, texts));
        }
        if (!passwords.matches(current, account.passwordHash())) {
            throw new RefusedException(texts.get("account.password.current-wrong"));
        }
        throttle.succeeded(account.username(), here);
        PasswordRules.broken(wanted, account.username()).ifPresent(key -> {
            throw new RefusedException(texts.get(key, PasswordRules.SHORTEST, PasswordRules.LONGEST));
        });
        if (wanted.equals(current)) {
            throw new RefusedException(texts.get("account.password.same"));
        }
        account.newPassword(passwords.encode(wanted), false);
        standings.forget(account.id());
        renewSignIn(account.standing());
    }

    private static void renewSignIn(Standing standing) {
        var context = SecurityContextHolder.getContext();
        var now = context.getAuthentication();
        if (now != null && now.getPrincipal() instanceof SignedIn signIn
                && signIn.id().equals(standing.reader().account())) {
            context.setAuthentication(Authorities.signIn(standing));
        }
    }

    private Account account(Reader reader) {
        if (reader.account() == null) {
            throw new RefusedException(texts.get("account.sign-in-first"));
        }
        return accounts.findById(reader.account().value())
                .orElseThrow(() -> new RefusedException(texts.get("account.gone")));
    }

    static String checkedName(String name, Texts texts) {
        var clean = name.strip();
        if (clean.isEmpty() || clean.length() > LONGEST_NAME) {
            throw new RefusedException(texts.get("account.name.wrong", LONGEST_NAME));
        }
        return clean;
    }
}
