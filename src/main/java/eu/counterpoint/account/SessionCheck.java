package eu.counterpoint.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of who was disabled or has a new password; gives a session the role that its person has now. */
final class SessionCheck extends OncePerRequestFilter {

    private final Standings standings;

    SessionCheck(Standings standings) {
        this.standings = standings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signIn) {
            standings.of(signIn.id()).filter(standing -> standing.admits(signIn))
                    .ifPresentOrElse(standing -> follow(authentication, standing), () -> end(request));
        }
        chain.doFilter(request, response);
    }

    private static void follow(Authentication authentication, Standing standing) {
        var now = Authorities.of(standing.reader().role());
        if (authentication.getAuthorities().size() != now.size()) {
            SecurityContextHolder.getContext().setAuthentication(Authorities.signIn(standing));
        }
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
