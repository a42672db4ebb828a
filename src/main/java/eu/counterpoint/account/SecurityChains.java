package eu.counterpoint.account;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import eu.counterpoint.account.ApiProblems.PasswordNotOwnException;
import eu.counterpoint.account.SignIn.TooManyAttemptsException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Who comes in by which door: programs at {@code /api} with a token, and a browser everywhere else with a session. Who may
 * see or do what is decided further in, by the views and services themselves.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    static final String SIGN_IN = "/sign-in";

    /**
     * As tight as the interface allows: its client compiles what the server sends ('unsafe-eval'), and its start page
     * has scripts and styles of its own in it ('unsafe-inline'). Nothing comes from anywhere else.
     */
    private static final String PAGES = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    private static final String DATA = "default-src 'none'; frame-ancestors 'none'; sandbox";

    /** Nobody looks at them, and each request would be wrapped a dozen times. */
    @Bean
    static SecurityObservationSettings withoutObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** The one place where a program shows a password: to get a token. */
    @Bean
    @Order(1)
    SecurityFilterChain tokenRequests(HttpSecurity http, ApiProblems problems, Standings standings) throws Exception {
        stateless(http, problems)
                .securityMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/api/tokens"))
                .httpBasic(basic -> basic.authenticationEntryPoint(problems.passwordWrong()))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(problems.passwordWrong()))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(ownPassword(standings)));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, ApiProblems problems, Tokens tokens) throws Exception {
        stateless(http, problems).securityMatcher("/api/**")
                .addFilterBefore(new TokenFilter(tokens, problems), AuthorizationFilter.class)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(problems.tokenMissing()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, Standings standings, RequestUtil vaadin) throws Exception {
        http.headers(headers -> common(headers, PAGES))
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers("/actuator/health", "/actuator/health/**").permitAll()
                        .requestMatchers("/actuator/**").denyAll())
                .formLogin(form -> form.loginPage(SIGN_IN).loginProcessingUrl(SIGN_IN).failureHandler(backToForm()))
                .exceptionHandling(handling -> handling.accessDeniedHandler(denied()))
                .csrf(csrf -> csrf.ignoringRequestMatchers(vaadin::isFrameworkInternalRequest))
                .addFilterBefore(new SessionCheck(standings), AnonymousAuthenticationFilter.class)
                .with(VaadinSecurityConfigurer.vaadin(), pages -> pages.loginView(SIGN_IN, "/")
                        // ours above also guards the sign-in form
                        .enableCsrfConfiguration(false)
                        // who wants a page that is not there is told so; each view says who may see it
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::permitAll));
        return http.build();
    }

    private static HttpSecurity stateless(HttpSecurity http, ApiProblems problems) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable).requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> common(headers, DATA))
                .exceptionHandling(handling -> handling.accessDeniedHandler(problems));
    }

    private static void common(HeadersConfigurer<HttpSecurity> headers, String contentSecurityPolicy) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurityPolicy))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN));
    }

    /** Who came with a password that somebody else chose gets no token for it. */
    private static AuthorizationManager<RequestAuthorizationContext> ownPassword(Standings standings) {
        return (authentication, request) -> {
            if (!(authentication.get().getPrincipal() instanceof SignedIn signIn)) {
                return new AuthorizationDecision(false);
            }
            if (standings.of(signIn.id()).map(Standing::mustChangePassword).orElse(true)) {
                throw new PasswordNotOwnException();
            }
            return new AuthorizationDecision(true);
        };
    }

    private static AuthenticationFailureHandler backToForm() {
        return (request, response, reason) -> response
                .sendRedirect(request.getContextPath() + SIGN_IN + switch (reason) {
                    case TooManyAttemptsException tooMany -> "?wait=" + tooMany.remaining().toSeconds();
                    case DisabledException disabled -> "?disabled";
                    default -> "?error";
                });
    }

    /** A sign-in form that stood open too long is offered again, instead of an error. */
    private static AccessDeniedHandler denied() {
        var refuse = new AccessDeniedHandlerImpl();
        return (request, response, reason) -> {
            if (reason instanceof CsrfException && SIGN_IN.equals(request.getServletPath())) {
                response.sendRedirect(request.getContextPath() + SIGN_IN + "?again");
            } else {
                refuse.handle(request, response, reason);
            }
        };
    }
}
