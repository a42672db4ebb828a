package eu.counterpoint.browse;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.vaadin.flow.router.Route;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.ingest.Upload;
import eu.counterpoint.ingest.batch.BatchId;
import eu.counterpoint.ingest.batch.Batches;
import eu.counterpoint.library.Material;
import eu.counterpoint.testing.Chromium;
import eu.counterpoint.testing.Chromium.Visitor;
import eu.counterpoint.testing.WholeApplication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * Every view at a desk and on a phone, by day and by night: nothing for axe to complain of, nothing too wide, nothing that
 * the keyboard does not come to, nothing asked of anybody else.
 */
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
    private BatchId batch;

    @BeforeAll
    void someMaterials() throws IOException {
        chromium = Chromium.start();
        Shown shown = new Shown(application);
        administrator = TestPeople.administrator(application);
        word = Shown.word();
        campaign = shown.campaign(word, administrator);
        submitted = shown.submitted("Waiting " + word, administrator);
        batch = batch();
        withdrawn = shown.withdrawn("Gone " + word, "Its publisher asked for it.", administrator);
    }

    /** One that has been looked at, with something wrong in it. */
    private BatchId batch() throws IOException {
        Batches batches = application.getBean(Batches.class);
        BatchId id = batches.open(administrator);
        batches.receiveManifest(id, new Upload("records-of-the-ministry.csv", new ByteArrayInputStream("""
                key,title,themes,year
                1,A record that can be imported,gaming,2019
                2,One with two faults,gamming,sometime
                3,,,
                """.getBytes(StandardCharsets.UTF_8))), administrator);
        batches.check(id, null, false, administrator);
        return id;
    }

    @AfterAll
    void closeTheBrowser() {
        chromium.close();
    }

    @Test
    void aVisitorMeetsNoBarrier() {
        try (Visitor visitor = visitor()) {
            assertNoBarrier(visitor, forVisitors(), "");
        }
    }

    @Test
    void anAdministratorMeetsNoBarrier() {
        try (Visitor visitor = visitor()) {
            visitor.signIn(TestPeople.username(application, administrator), TestPeople.PASSWORD);
            assertNoBarrier(visitor, forAdministrators(), "signed-in");
        }
    }

    @Test
    void everyViewIsLookedAt() {
        var routes = new ClassPathScanningCandidateComponentProvider(false);
        routes.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        List<String> looked = Stream.of(forVisitors(), forAdministrators()).flatMap(paths -> paths.keySet().stream())
                .map(path -> path.substring(1).replaceAll("\\?.*", "")).toList();
        assertThat(routes.findCandidateComponents("eu.counterpoint")).isNotEmpty().allSatisfy(view -> {
            String route = (String) ((AnnotatedBeanDefinition) view).getMetadata()
                    .getAnnotationAttributes(Route.class.getName()).get("value");
            String pattern = route.replaceAll("/:[a-z]+\\?", "(/[^/]+)?").replaceAll(":[a-z]+", "[^/]+");
            assertThat(looked).as(view.getBeanClassName()).anyMatch(path -> path.matches(pattern));
        });
    }

    /** Addresses, and the status with which each answers. */
    private Map<String, Integer> forVisitors() {
        String material = "/materials/" + campaign.id();
        Map<String, Integer> paths = new LinkedHashMap<>();
        for (String path : List.of("/", "/search", "/search?q=" + word, "/search?q=" + word + "&kind=research",
                "/search?q=" + word + "&theme=gaming&audience=gamers&year=2017", "/answer", "/themes", "/themes/gaming",
                "/audiences", "/audiences/gamers", material,
                material + "/files/" + campaign.files().getFirst().id() + "/text", "/sign-in", "/sign-in?error")) {
            paths.put(path, 200);
        }
        paths.put("/materials/" + withdrawn.id(), 410);
        paths.put("/nothing-of-the-kind", 404);
        return paths;
    }

    private Map<String, Integer> forAdministrators() {
        Map<String, Integer> paths = new LinkedHashMap<>();
        for (String path : List.of("/my-materials", "/review", "/quarantine", "/people", "/search-index", "/account",
                "/contribute", "/batches", "/batches/new", "/batches/" + batch, "/contribute/" + submitted.id(),
                "/contribute/" + campaign.id(), "/materials/" + submitted.id(),
                "/materials/" + campaign.id())) {
            paths.put(path, 200);
        }
        return paths;
    }

    private void assertNoBarrier(Visitor visitor, Map<String, Integer> paths, String who) {
        List<String> problems = new ArrayList<>();
        paths.forEach((path, status) -> {
            assertThat(visitor.open(path)).as(path).isEqualTo(status);
            problems.addAll(status == 200 ? visitor.mishaps() : List.of());
            visitor.onEachScreen(width -> {
                look(visitor, who + path, width);
                problems.addAll(at(width, "", visitor.barriers()));
                problems.addAll(at(width, "", visitor.barriersForTheKeyboard()));
            });
            visitor.colours(ColorScheme.DARK);
            // The colours are the same on every screen.
            int width = visitor.page().viewportSize().width;
            look(visitor, "night-" + who + path, width);
            problems.addAll(at(width, " by night", visitor.tooLittleContrast()));
            visitor.colours(ColorScheme.LIGHT);
            // An answer that is no 200 leaves an error in the console.
            visitor.forgetConsole();
        });
        assertThat(problems).isEmpty();
    }

    private static List<String> at(int width, String when, List<String> barriers) {
        return barriers.stream().map(barrier -> width + " wide" + when + ": " + barrier).toList();
    }

    private Visitor visitor() {
        return chromium.visitor("http://localhost:" + port, Chromium.DESK);
    }

    private static void look(Visitor visitor, String path, int width) {
        String name = path.replaceAll("[a-z0-9]{10,}", "").replaceAll("[^a-z-]+", "-").replaceAll("^-|-$", "");
        visitor.picture((name.isEmpty() ? "home" : name) + "-" + width);
    }
}
