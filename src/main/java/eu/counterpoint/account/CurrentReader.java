package eu.counterpoint.account;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells who is asking, from the sign-in of the current request. Cheap: ask as often as you like. */
@Component
public class CurrentReader {

    private final Standings standings;

    CurrentReader(Standings standings) {
        this.standings = standings;
    }

    /**
     * The reader as the account stands now, {@link Reader#VISITOR} for somebody who has not signed in. A change of
     * role, a disabled account or a new password counts within two seconds, and at once for tokens.
     */
    public Reader get() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof TokenSignIn token) {
            return token.reader();
        }
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signIn) {
            return standings.of(signIn.id()).filter(standing -> standing.admits(signIn)).map(Standing::reader)
                    .orElse(Reader.VISITOR);
        }
        return Reader.VISITOR;
    }
}
