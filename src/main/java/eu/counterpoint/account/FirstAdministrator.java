package eu.counterpoint.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the first administrator on the first start, before anything is answered, and lets a new password in when the old
 * one is lost: start once with {@code --counterpoint.account.reset-admin-password=true}. That gives {@code admin} the
 * password of {@code counterpoint.account.admin-password} or, without it, a made one that is printed; makes it an enabled
 * administrator again; and ends its sign-ins and tokens. What throttles sign-ins is kept in memory, and ends with the
 * start as well.
 *
 * <p>
 * A made password goes to the console and to no log file.
 */
@Component
class FirstAdministrator implements SmartInitializingSingleton {

    static final String USERNAME = "admin";

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final AccountSettings settings;
    private final AccountRows accounts;
    private final AccessTokenRows tokens;
    private final Passwords passwords;
    private final TransactionTemplate transaction;

    FirstAdministrator(AccountSettings settings, AccountRows accounts, AccessTokenRows tokens, Passwords passwords,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (accounts.count() == 0) {
            create();
        } else if (settings.resetAdminPassword()) {
            reset();
        }
    }

    private void create() {
        var password = password();
        try {
            accounts.saveAndFlush(administrator(passwords.encode(password)));
        } catch (DataIntegrityViolationException e) {
            log.info("Another instance made the first administrator");
            return;
        }
        tell("This library has a first administrator.", password);
    }

    private void reset() {
        var password = password();
        var hash = passwords.encode(password);
        transaction.executeWithoutResult(status -> {
            var admin = accounts.findByUsername(USERNAME).orElseGet(() -> accounts.save(administrator(hash)));
            admin.newPassword(hash, false);
            admin.allow(Role.ADMINISTRATOR, true, true);
            tokens.deleteByAccountId(admin.id().value());
        });
        log.warn("The password of {} was reset; its sign-ins and tokens have ended. Start without "
                + "reset-admin-password from now on", USERNAME);
        tell("The administrator has a new password.", password);
    }

    private String password() {
        return settings.adminPassword().isEmpty() ? passwords.readable() : settings.adminPassword();
    }

    private static Account administrator(String hash) {
        return new Account(USERNAME, "Administrator", Role.ADMINISTRATOR, true, hash);
    }

    private void tell(String what, String password) {
        if (settings.adminPassword().isEmpty()) {
            System.out.printf("%n  %s%n  Sign in as \"%s\" with the password  %s%n"
                    + "  Keep it now: it is not shown again.%n%n", what, USERNAME, password);
        } else if (PasswordRules.broken(password, USERNAME).isPresent()) {
            log.warn("The password from counterpoint.account.admin-password is easy to guess. "
                    + "Sign in and choose one of at least {} characters", PasswordRules.SHORTEST);
        }
    }
}
