package eu.counterpoint.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.counterpoint.testing.TestSurroundings;
import eu.counterpoint.testing.WholeApplication;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@WholeApplication
class AccountIT {

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext application;
    @Autowired
    private Accounts accounts;
    @Autowired
    private People people;
    @Autowired
    private Tokens tokens;
    private Person anna;
    private Reader annaReads;
    private HttpVisitor visitor;

    @BeforeEach
    void anna() {
        annaReads = TestPeople.contributor(application);
        anna = accounts.own(annaReads).orElseThrow();
        visitor = new HttpVisitor(port);
    }

    @AfterEach
    void nobodyIsSignedIn() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void takesThePersonWhereTheyWereGoing() {
        assertThat(visitor.get("/account")).satisfies(HttpVisitor.leadsTo("/sign-in"));
        assertThat(signIn(TestPeople.PASSWORD)).satisfies(HttpVisitor.leadsTo("/account"));
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void takesAUsernameInAnyCase() {
        assertThat(visitor.signIn(" " + anna.username().toUpperCase(), TestPeople.PASSWORD))
                .satisfies(HttpVisitor.leadsTo("/"));
    }

    @Test
    void givesTheSessionANewIdAtSignIn() {
        visitor.get("/sign-in");
        var before = visitor.session();
        signIn(TestPeople.PASSWORD);
        assertThat(visitor.session()).isNotEqualTo(before);
    }

    @Test
    void saysTheSameOfAWrongPasswordAndAnUnknownName() {
        var wrong = signIn("something else here");
        var unknown = visitor.signIn("nobody-" + anna.username(), "something else here");
        assertThat(wrong).satisfies(HttpVisitor.leadsTo("/sign-in?error"));
        assertThat(unknown.headers().firstValue("Location")).isEqualTo(wrong.headers().firstValue("Location"));
    }

    @Test
    void takesNoSignInFromAForeignPage() {
        visitor.get("/sign-in");
        assertThat(visitor.post("/sign-in", Map.of("username", anna.username(), "password", TestPeople.PASSWORD)))
                .satisfies(HttpVisitor.leadsTo("/sign-in?again"));
    }

    @Test
    void makesWhoGuessesWaitAndNobodyElse() {
        for (int i = 0; i < SignInThrottle.FREE; i++) {
            assertThat(signIn("guess number " + i)).satisfies(HttpVisitor.leadsTo("/sign-in?error"));
        }
        assertThat(signIn(TestPeople.PASSWORD).headers().firstValue("Location").orElseThrow())
                .matches(".*/sign-in\\?wait=[23]\\d");
        var basic = visitor.postWithBasic("/api/tokens", anna.username(), TestPeople.PASSWORD);
        assertThat(basic.statusCode()).isEqualTo(429);
        assertThat(basic.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 31L);
        assertThat(basic.body()).contains("Please wait one minute");
        var other = accounts.own(TestPeople.editor(application)).orElseThrow();
        assertThat(new HttpVisitor(port).signIn(other.username(), TestPeople.PASSWORD))
                .satisfies(HttpVisitor.leadsTo("/"));
    }

    @Test
    void endsEverythingOfWhoIsSwitchedOff() {
        var token = tokens.create(annaReads, "a program");
        signIn(TestPeople.PASSWORD);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);

        people.change(administrator(), anna.id(), Role.CONTRIBUTOR, false, false);

        assertThat(tokens.lookup(token)).isEmpty();
        assertThat(visitor.getWithToken("/api/search", token).statusCode()).isEqualTo(401);
        assertThat(visitor.get("/account")).satisfies(HttpVisitor.leadsTo("/sign-in"));
        assertThat(signIn(TestPeople.PASSWORD)).satisfies(HttpVisitor.leadsTo("/sign-in?disabled"));
        assertThat(signIn("something else here")).satisfies(HttpVisitor.leadsTo("/sign-in?error"));

        people.change(administrator(), anna.id(), Role.CONTRIBUTOR, false, true);
        assertThat(signIn(TestPeople.PASSWORD).headers().firstValue("Location").orElseThrow())
                .doesNotContain("sign-in");
    }

    @Test
    void endsTheOtherSessionsOfWhoChangesTheirPassword() {
        signIn(TestPeople.PASSWORD);
        accounts.changePassword(annaReads, TestPeople.PASSWORD, "quiet lamp green");
        assertThat(visitor.get("/account")).satisfies(HttpVisitor.leadsTo("/sign-in"));
        assertThat(signIn(TestPeople.PASSWORD)).satisfies(HttpVisitor.leadsTo("/sign-in?error"));
        assertThat(signIn("quiet lamp green").headers().firstValue("Location").orElseThrow())
                .doesNotContain("sign-in");
    }

    @Test
    void keepsThisSignInWhenThePasswordChanges() {
        SecurityContextHolder.getContext().setAuthentication(Authorities.signIn(standing()));
        var reader = application.getBean(CurrentReader.class);
        assertThat(reader.get()).isEqualTo(annaReads);
        accounts.changePassword(reader.get(), TestPeople.PASSWORD, "quiet lamp green");
        application.getBean(Standings.class).forget(anna.id());
        assertThat(reader.get()).isEqualTo(annaReads);
    }

    @Test
    void refusesAPasswordChangeWithoutTheCurrentOne() {
        assertThatThrownBy(() -> accounts.changePassword(annaReads, "something else", "quiet lamp green"))
                .isInstanceOf(RefusedException.class).hasMessage("The current password is not right.");
        assertThatThrownBy(() -> accounts.changePassword(annaReads, TestPeople.PASSWORD, "short"))
                .hasMessageContaining("at least 12 characters");
    }

    @Test
    void givesASessionTheRoleThatThePersonHasNow() throws Exception {
        SecurityContextHolder.getContext().setAuthentication(Authorities.signIn(standing()));
        people.change(administrator(), anna.id(), Role.EDITOR, true, true);
        new SessionCheck(application.getBean(Standings.class)).doFilter(new MockHttpServletRequest(),
                new MockHttpServletResponse(), new MockFilterChain());
        assertThat(SecurityContextHolder.getContext().getAuthentication().getAuthorities())
                .extracting(GrantedAuthority::getAuthority).containsExactly("ROLE_CONTRIBUTOR", "ROLE_EDITOR");
        assertThat(application.getBean(CurrentReader.class).get()).returns(true, Reader::vetted).returns(Role.EDITOR,
                Reader::role);
    }

    @Test
    void opensWithATokenUntilItIsRevoked() {
        var token = tokens.create(annaReads, "a program");
        assertThat(token).matches("cpt_[\\w-]{43}");
        assertThat(tokens.lookup(token)).contains(annaReads);
        assertThat(visitor.getWithToken("/api/search", token).statusCode()).isNotEqualTo(401);
        var seen = tokens.list(annaReads);
        assertThat(seen).singleElement().returns("a program", Tokens.Token::name)
                .extracting(Tokens.Token::lastUsed).isNotNull();

        tokens.revoke(annaReads, seen.getFirst().id());

        var refused = visitor.getWithToken("/api/search", token);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("invalid_token");
        assertThat(refused.body()).contains("This token is not valid");
    }

    @Test
    void revokesNobodyElsesToken() {
        var token = tokens.create(annaReads, "a program");
        tokens.revoke(TestPeople.contributor(application), tokens.list(annaReads).getFirst().id());
        assertThat(tokens.lookup(token)).isPresent();
    }

    @Test
    void takesAPasswordOnlyForATokenAndATokenForEverythingElse() {
        var token = tokens.create(annaReads, "a program");
        assertThat(visitor.postWithToken("/api/tokens", token).statusCode()).isEqualTo(401);
        assertThat(visitor.postWithBasic("/api/tokens", anna.username(), "something else here").statusCode())
                .isEqualTo(401);
        assertThat(visitor.postWithBasic("/api/tokens", anna.username(), TestPeople.PASSWORD).statusCode())
                .isNotIn(401, 403);
        var elsewhere = visitor.getWithBasic("/api/search", anna.username(), TestPeople.PASSWORD);
        assertThat(elsewhere.statusCode()).isEqualTo(401);
        assertThat(elsewhere.body()).contains("only taken by POST /api/tokens");
    }

    @Test
    void givesNoTokenForAPasswordThatSomebodyElseChose() {
        var added = people.add(administrator(), anna.username() + "-2", "Berta", Role.CONTRIBUTOR, false);
        var refused = visitor.postWithBasic("/api/tokens", added.person().username(), added.password());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("choose a password of your own first");
    }

    @Test
    void hashesAnewWhatWasHashedWithOtherFigures() {
        var rows = application.getBean(AccountRows.class);
        var older = "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 4096, 1).encode(TestPeople.PASSWORD);
        new TransactionTemplate(application.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> rows.findById(anna.id().value()).orElseThrow().rehash(older));
        assertThat(signIn(TestPeople.PASSWORD)).satisfies(HttpVisitor.leadsTo("/"));
        assertThat(rows.findById(anna.id().value()).orElseThrow().passwordHash()).startsWith("{argon2}$argon2id$")
                .contains("m=" + QuickPasswords.MEMORY_KIB + ",t=2,p=1");
    }

    @Test
    void tellsTheBrowserToTrustNobodyElse() {
        var page = visitor.get("/sign-in").headers();
        assertThat(page.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "form-action 'self'")
                .doesNotContain("http:", "https:", "*");
        assertThat(page.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.firstValue("Referrer-Policy")).contains("strict-origin-when-cross-origin");
        assertThat(page.firstValue("Set-Cookie").orElseThrow()).startsWith("counterpoint=").contains("HttpOnly",
                "SameSite=Lax");
    }

    @Test
    void answersAProgramThatLostItsWayWithoutAPage() {
        var answer = visitor.get("/api/nothing-here");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("json");
    }

    @Test
    void showsOperatorsOnlyWhetherItIsWell() {
        assertThat(visitor.get("/actuator/health").body()).doesNotContain("components");
        assertThat(visitor.get("/actuator/env")).satisfies(HttpVisitor.leadsTo("/sign-in"));
        visitor.signIn("admin", TestSurroundings.PASSWORD);
        assertThat(visitor.get("/actuator/env").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> signIn(String password) {
        return visitor.signIn(anna.username(), password);
    }

    private Standing standing() {
        return application.getBean(Standings.class).of(anna.id()).orElseThrow();
    }

    private Reader administrator() {
        return accounts.firstAdministrator();
    }
}
