package eu.counterpoint.browse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.ingest.Upload;
import eu.counterpoint.library.Consent;
import eu.counterpoint.library.Covers;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Gammma;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.review.Review;
import eu.counterpoint.search.Search;
import eu.counterpoint.search.SearchQuery;
import eu.counterpoint.testing.Chromium;
import eu.counterpoint.testing.Chromium.Visitor;
import eu.counterpoint.testing.Sheets;
import eu.counterpoint.testing.WithCovers;
import eu.counterpoint.testing.Words;
import eu.counterpoint.vocabulary.Scheme;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Covers in lists and on the page of a record, beside records that have none. */
@WithCovers
@Tag("once")
class CoversInBrowserIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String LOADED = "picture => picture.complete && picture.naturalWidth > 0";

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext application;
    @Autowired
    private Intake intake;
    @Autowired
    private Review review;
    @Autowired
    private Search search;
    @Autowired
    private Covers covers;

    private final String word = Words.unique();
    private MaterialId campaign;
    private MaterialId talk;

    @Test
    void showsCoversWhereThereAreAny() throws IOException {
        records();
        try (Chromium chromium = Chromium.start()) {
            for (int width : List.of(Chromium.DESK, Chromium.PHONE)) {
                try (Visitor visitor = chromium.visitor("http://localhost:" + port, width)) {
                    lists(visitor, width);
                    record(visitor, width);
                    visitor.assertNothingWentWrong();
                }
            }
            try (Visitor visitor = chromium.visitor("http://localhost:" + port, Chromium.DESK)) {
                keepsTheirRoom(visitor);
            }
        }
    }

    private void lists(Visitor visitor, int width) {
        Page page = visitor.page();
        for (String list : List.of("/search?q=" + word, "/themes/gaming", "/")) {
            visitor.open(list);
            Locator pictures = page.locator(".hit > img.cover-picture[src*='" + campaign + "']");
            assertThat(pictures).hasCount(1);
            assertThat(pictures).hasAttribute("alt", "Cover of Second thoughts " + word);
            if (width == Chromium.DESK) {
                pictures.scrollIntoViewIfNeeded();
                await().atMost(PATIENCE).until(() -> (Boolean) pictures.evaluate(LOADED));
            } else {
                assertThat(pictures).isHidden();
            }
            visitor.picture("covers-" + list.replaceAll("[^a-z]+", "-").replace(word, "") + "-" + width);
        }
        visitor.open("/search?q=" + word);
        visitor.assertAccessible();
        assertThat(page.locator(".hit > div.cover")).hasCount(1);
    }

    private void record(Visitor visitor, int width) {
        Page page = visitor.page();
        for (MaterialId id : List.of(campaign, talk)) {
            visitor.open("/materials/" + id);
            Locator picture = page.locator("article img.cover-picture");
            await().atMost(PATIENCE).until(() -> (Boolean) picture.evaluate(LOADED));
            visitor.picture("covers-record-" + (id.equals(talk) ? "talk-" : "") + width);
            visitor.assertAccessible();
        }
    }

    private void keepsTheirRoom(Visitor visitor) {
        Page page = visitor.page();
        List<Route> held = new ArrayList<>();
        page.route("**/cover", held::add);
        visitor.open("/materials/" + campaign);
        Locator picture = page.locator("article img.cover-picture");
        page.waitForCondition(() -> !held.isEmpty());
        BoundingBox before = picture.boundingBox();
        held.forEach(Route::resume);
        await().atMost(PATIENCE).until(() -> (Boolean) picture.evaluate(LOADED));
        BoundingBox after = picture.boundingBox();
        assertThat(List.of(after.x, after.y, after.width, after.height))
                .isEqualTo(List.of(before.x, before.y, before.width, before.height));
    }

    private void records() throws IOException {
        Reader editor = TestPeople.editor(application);
        Material read = new Shown(application).campaign(word, editor);
        campaign = read.id();
        talk = published("A talk " + word, "talk.pptx", Sheets.slides("Talking " + word, new Color(0x1f6b45)), editor);
        MaterialId notes = published("Notes " + word, "notes.txt", ("Notes " + word).getBytes(), editor);
        await().atMost(PATIENCE)
                .until(() -> covers.of(List.of(campaign, talk, notes)).keySet().equals(Set.of(campaign, talk)));
        await().atMost(PATIENCE).ignoreExceptions()
                .until(() -> search.search(SearchQuery.of(word), Reader.VISITOR).total() == 3);
    }

    private MaterialId published(String title, String name, byte[] content, Reader editor) throws IOException {
        Description description = new Description(title, "What was said, and who came.",
                Map.of(Scheme.KIND, List.of("case-study"), Scheme.THEME, List.of("gaming"), Scheme.AUDIENCE,
                        List.of("gamers")),
                2020, "An association", List.of(), "", null, Visibility.PUBLIC, Consent.NOBODY_NAMED, "",
                Gammma.NOT_REPORTED);
        MaterialId id = intake
                .create(description, List.of(intake.keep(new Upload(name, new ByteArrayInputStream(content)))), editor)
                .id();
        return review.publish(id, editor).id();
    }
}
