package eu.counterpoint.account;

import eu.counterpoint.ui.Texts;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators do with other people's accounts. Every method needs {@link Role#ADMINISTRATOR} and throws a
 * {@link RefusedException} without it.
 */
@Service
public class People {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,63}");

    private final AccountRows accounts;
    private final AccessTokenRows tokens;
    private final Standings standings;
    private final Passwords passwords;
    private final Texts texts;

    People(AccountRows accounts, AccessTokenRows tokens, Standings standings, Passwords passwords, Texts texts) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.standings = standings;
        this.passwords = passwords;
        this.texts = texts;
    }

    /** Everybody, by name. */
    @Transactional(readOnly = true)
    public List<Person> all(Reader administrator) {
        check(administrator);
        return accounts.findAllByOrderByNameAscIdAsc().stream().map(Account::person).toList();
    }

    /**
     * Adds a person.
     *
     * @param username 2 to 64 letters, digits and {@code . _ @ + -}; kept in lower case
     * @return the password for their first sign-in, which is shown once and has to be changed then
     * @throws RefusedException when the username is taken or no username, or the name is empty or too long
     */
    @Transactional
    public Added add(Reader administrator, String username, String name, Role role, boolean vetted) {
        check(administrator);
        var clean = username.strip().toLowerCase(Locale.ROOT);
        if (!USERNAME.matcher(clean).matches()) {
            throw new RefusedException(texts.get("account.username.wrong"));
        }
        if (accounts.existsByUsername(clean)) {
            throw new RefusedException(texts.get("account.username.taken", clean));
        }
        var password = passwords.readable();
        var account = new Account(clean, Accounts.checkedName(name, texts), role, vetted, passwords.encode(password));
        account.newPassword(account.passwordHash(), true);
        return new Added(accounts.save(account).person(), password);
    }

    /**
     * Changes what a person may do. Who is disabled is out within seconds, their tokens at once.
     *
     * @throws RefusedException when it would leave no administrator
     */
    @Transactional
    public Person change(Reader administrator, AccountId id, Role role, boolean vetted, boolean enabled) {
        check(administrator);
        var administrators = accounts.findByRoleAndEnabledTrueOrderById(Role.ADMINISTRATOR);
        var account = find(id);
        boolean staysAdministrator = enabled && role == Role.ADMINISTRATOR;
        if (!staysAdministrator && administrators.size() == 1 && administrators.contains(account)) {
            throw new RefusedException(texts.get("account.last-administrator"));
        }
        account.allow(role, vetted, enabled);
        standings.forget(id);
        return account.person();
    }

    /**
     * Gives a person another password for their next sign-in, and ends their sign-ins and tokens.
     *
     * @return the password, which is shown once and has to be changed at the next sign-in
     */
    @Transactional
    public String resetPassword(Reader administrator, AccountId id) {
        check(administrator);
        var account = find(id);
        var password = passwords.readable();
        account.newPassword(passwords.encode(password), true);
        tokens.deleteByAccountId(id.value());
        standings.forget(id);
        return password;
    }

    private Account find(AccountId id) {
        return accounts.findById(id.value()).orElseThrow(() -> new RefusedException(texts.get("account.gone")));
    }

    private void check(Reader administrator) {
        if (!administrator.is(Role.ADMINISTRATOR)) {
            throw new RefusedException(texts.get("account.administrators-only"));
        }
    }

    /**
     * A new person.
     *
     * @param password for their first sign-in; kept nowhere
     */
    public record Added(Person person, String password) {

        @Override
        public String toString() {
            return "Added[" + person + "]";
        }
    }
}
