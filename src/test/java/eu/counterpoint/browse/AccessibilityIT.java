package eu.counterpoint.browse;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.library.Material;
import eu.counterpoint.testing.Chromium;
import eu.counterpoint.testing.Chromium.Visitor;
import eu.counterpoint.testing.WholeApplication;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Every view at a desk and on a phone: nothing for axe to complain of, nothing too wide, nothing asked of anybody else. */
@WholeApplication
@Tag("once")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    private Chromium chromium;
    private String word;
    private Reader administrator;
    private Material campaign;
    private Material submitted;
    private Material withdrawn;

    @BeforeAll
    void someMaterials() throws IOException {
        chromium = Chromium.start();
        Shown shown = new Shown(application);
        administrator = TestPeople.administrator(application);
        word = Shown.word();
        campaign = shown.campaign(word, administrator);
        submitted = shown.submitted("Waiting " + word, administrator);
        withdrawn = shown.withdrawn("Gone " + word, "Its publisher asked for it.", administrator);
    }

    @AfterAll
    void closeTheBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {Chromium.DESK, Chromium.PHONE})
    void aVisitorMeetsNoBarrier(int width) {
        List<String> problems = new ArrayList<>();
        try (Visitor visitor = chromium.visitor("http://localhost:" + port, width)) {
            String material = "/materials/" + campaign.id();
            for (String path : List.of("/", "/search", "/search?q=" + word, "/search?q=" + word + "&kind=research",
                    "/search?theme=gaming&audience=gamers&year=2017", "/themes", "/themes/gaming", "/audiences",
                    "/audiences/gamers", material,
                    material + "/files/" + campaign.files().getFirst().id() + "/text", "/sign-in")) {
                assertThat(visitor.open(path)).as(path).isEqualTo(200);
                look(visitor, path, width);
                problems.addAll(visitor.barriers());
            }
            problems.addAll(visitor.mishaps());
            assertThat(visitor.open("/materials/" + withdrawn.id())).isEqualTo(410);
            look(visitor, "withdrawn", width);
            problems.addAll(visitor.barriers());
            assertThat(visitor.open("/nothing-of-the-kind")).isEqualTo(404);
            look(visitor, "not-found", width);
            problems.addAll(visitor.barriers());
        }
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Chromium.DESK, Chromium.PHONE})
    void anAdministratorMeetsNoBarrier(int width) {
        List<String> problems = new ArrayList<>();
        try (Visitor visitor = chromium.visitor("http://localhost:" + port, width)) {
            visitor.signIn(TestPeople.username(application, administrator), TestPeople.PASSWORD);
            for (String path : List.of("/my-materials", "/review", "/people", "/search-index", "/account",
                    "/contribute",
                    "/contribute/" + submitted.id(),
                    "/materials/" + submitted.id(), "/materials/" + campaign.id())) {
                assertThat(visitor.open(path)).as(path).isEqualTo(200);
                look(visitor, "signed-in" + path, width);
                problems.addAll(visitor.barriers());
            }
            problems.addAll(visitor.mishaps());
        }
        assertThat(problems).isEmpty();
    }

    private static void look(Visitor visitor, String path, int width) {
        String name = path.replaceAll("\\?.*", "-asked").replaceAll("[^a-z-]+", "-").replaceAll("^-$", "home");
        visitor.picture(name.replaceAll("^-|-$", "") + "-" + width);
    }
}
