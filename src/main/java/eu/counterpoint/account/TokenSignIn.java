package eu.counterpoint.account;

import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A program that showed a valid token; counts for one request. */
final class TokenSignIn extends AbstractAuthenticationToken {

    private final transient Reader reader;

    TokenSignIn(Reader reader, Role role) {
        super(Authorities.of(role));
        this.reader = reader;
        setAuthenticated(true);
    }

    Reader reader() {
        return reader;
    }

    @Override
    public Object getPrincipal() {
        return reader;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return reader.name();
    }
}
