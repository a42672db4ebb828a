package eu.counterpoint.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a program in by its token, for one request. Without {@code Authorization} it is a visitor's request. */
final class TokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Tokens tokens;
    private final ApiProblems problems;

    TokenFilter(Tokens tokens, ApiProblems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            chain.doFilter(request, response);
            return;
        }
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            problems.tokenWrong(request, response, "account.api.not-a-token");
            return;
        }
        var reader = tokens.lookup(authorization.substring(BEARER.length()).strip());
        if (reader.isEmpty()) {
            problems.tokenWrong(request, response, "account.api.token-wrong");
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new TokenSignIn(reader.get(), Objects.requireNonNull(reader.get().role())));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
