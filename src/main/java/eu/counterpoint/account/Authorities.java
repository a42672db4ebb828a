package eu.counterpoint.account;

import java.util.Arrays;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A role in the words of Spring Security, so that {@code @RolesAllowed("EDITOR")} on a view lets administrators in, too. */
final class Authorities {

    private Authorities() {}

    static List<GrantedAuthority> of(Role role) {
        return Arrays.stream(Role.values()).filter(role::includes)
                .<GrantedAuthority>map(included -> new SimpleGrantedAuthority("ROLE_" + included)).toList();
    }

    static Authentication signIn(Standing standing) {
        var reader = standing.reader();
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(reader.account().value(), standing.username(), standing.generation()), null,
                of(reader.role()));
    }
}
