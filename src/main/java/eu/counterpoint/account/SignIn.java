package eu.counterpoint.account;

import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks a username and password, from the form or from HTTP Basic. It says the same of a wrong password and of an unknown
 * name, after the same time; that an account is disabled learns only who knows its password.
 */
@Component
class SignIn implements AuthenticationProvider {

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);

    private final AccountRows accounts;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final TransactionTemplate transaction;

    SignIn(AccountRows accounts, Passwords passwords, SignInThrottle throttle, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.transaction = transaction;
    }

    @Override
    public Authentication authenticate(Authentication asked) throws AuthenticationException {
        var username = asked.getName().strip().toLowerCase(Locale.ROOT);
        var password = asked.getCredentials() instanceof String given ? given : "";
        var address = asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        var wait = throttle.attempt(username, address);
        if (wait.isPositive()) {
            log.info("A sign-in from {} has to wait {} s", address, wait.toSeconds());
            throw new TooManyAttemptsException(wait);
        }
        var account = accounts.findByUsername(username).orElse(null);
        boolean right = account == null
                ? passwords.matchNobody(password)
                : passwords.matches(password, account.passwordHash());
        if (account == null || !right) {
            throw new BadCredentialsException("Wrong username or password");
        }
        throttle.succeeded(username, address);
        if (!account.enabled()) {
            throw new DisabledException("The account is disabled");
        }
        if (passwords.upgradeEncoding(account.passwordHash())) {
            rehash(account, password);
        }
        return Authorities.signIn(account.standing());
    }

    private void rehash(Account account, String password) {
        var hash = passwords.encode(password);
        transaction.executeWithoutResult(
                status -> accounts.findById(account.id().value()).ifPresent(current -> current.rehash(hash)));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** Too many wrong attempts: this one was not looked at. */
    static final class TooManyAttemptsException extends AuthenticationException {

        private final Duration wait;

        TooManyAttemptsException(Duration wait) {
            super("Wait " + wait.toSeconds() + " s");
            this.wait = wait;
        }

        Duration remaining() {
            return wait;
        }
    }
}
