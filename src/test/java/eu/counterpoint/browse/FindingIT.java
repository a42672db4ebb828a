package eu.counterpoint.browse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.library.Consent;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Gammma;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.review.Review;
import eu.counterpoint.search.Search;
import eu.counterpoint.search.SearchQuery;
import eu.counterpoint.testing.Chromium;
import eu.counterpoint.testing.Chromium.Visitor;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.vocabulary.Scheme;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What somebody does who looks for a campaign like theirs: ticks what it must be, types in their own language, is helped on. */
@WholeApplication
@Tag("once")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindingIT {

    private static final Map<Scheme, List<String>> ALL_SIX = Map.of(Scheme.KIND, List.of("campaign"), Scheme.THEME,
            List.of("gender"), Scheme.AUDIENCE, List.of("girls-and-women"), Scheme.EXTREMISM, List.of("jihadist"),
            Scheme.MESSENGER, List.of("former"), Scheme.CHANNEL, List.of("instagram"), Scheme.LANGUAGE, List.of("fr"),
            Scheme.EVIDENCE_DESIGN, List.of("before-and-after"));

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext application;
    @Autowired
    private Library library;
    @Autowired
    private Review review;
    @Autowired
    private Search search;

    private Chromium chromium;
    private Reader editor;

    @BeforeAll
    void start() {
        chromium = Chromium.start();
        editor = TestPeople.editor(application);
    }

    @AfterAll
    void closeTheBrowser() {
        chromium.close();
    }

    @Test
    void ticksSixConditionsAndIsToldWhichToLeaveOutWhereNothingMeetsThemAll() {
        String word = Shown.word();
        String other = Shown.word();
        publish("Toutes " + word, ALL_SIX);
        publish("Reach alone " + word, with(Scheme.EVIDENCE_DESIGN, "process-or-reach-data-only"));
        publish("For boys " + word, with(Scheme.AUDIENCE, "boys-and-men"));
        publish("In German " + other, with(Scheme.LANGUAGE, "de"));
        publish("In Dutch " + other, with(Scheme.LANGUAGE, "nl"));
        publish("On a website " + other, with(Scheme.CHANNEL, "website"));
        awaitFound(word, 3);
        awaitFound(other, 3);
        try (Visitor visitor = chromium.visitor("http://localhost:" + port, Chromium.DESK)) {
            visitor.open("/search?q=" + word);
            Page page = visitor.page();
            page.getByLabel("Evaluated only").check();
            found(page, "2 records");
            tick(page, "Girls and women");
            found(page, "1 record");
            tick(page, "French");
            page.getByText("More filters").click();
            tick(page, "Former");
            tick(page, "Instagram");
            tick(page, "Jihadist");
            found(page, "1 record");
            assertThat(page.locator(".hits h2")).hasText("Toutes " + word);
            visitor.picture("finding-six");

            page.getByRole(AriaRole.COMBOBOX).fill(other);
            page.getByRole(AriaRole.COMBOBOX).press("Enter");
            found(page, "No records");
            page.waitForTimeout(600);
            assertThat(page.getByRole(AriaRole.OPTION)).hasCount(0);
            Locator ways = page.locator(".empty .chip");
            assertThat(ways).hasCount(2);
            assertThat(page.getByText("Without “Instagram”: 1 record")).isVisible();
            visitor.picture("finding-none");
            visitor.assertAccessible();
            page.getByText("Without “French”: 2 records").click();
            found(page, "2 records");
            visitor.assertNothingWentWrong();
        }
    }

    @Test
    void spellsAWordAnewAlsoWhereAFilterIsInTheWay() {
        String word = Shown.word();
        String misspelt = word.substring(0, word.length() - 1) + (word.endsWith("q") ? "w" : "q");
        publish("In German " + word, with(Scheme.LANGUAGE, "de"));
        awaitFound(word, 1);
        try (Visitor visitor = chromium.visitor("http://localhost:" + port, Chromium.DESK)) {
            visitor.open("/search?language=nl&q=" + misspelt);
            Page page = visitor.page();
            found(page, "No records");
            page.getByText("Did you mean “" + word + "”? Without filters: 1 record").click();
            found(page, "1 record");
            visitor.assertNothingWentWrong();
        }
    }

    @Test
    void findsEnglishRecordsThroughAGermanWordAndSaysSo() {
        String word = Shown.word();
        publish("Behind walls " + word, Map.of(Scheme.THEME, List.of("prison-and-probation"), Scheme.LANGUAGE,
                List.of("en")));
        awaitFound(word, 1);
        try (Visitor visitor = chromium.visitor("http://localhost:" + port, Chromium.DESK)) {
            visitor.open("/search?q=" + word + "+Gef%C3%A4ngnis");
            Page page = visitor.page();
            found(page, "1 record");
            assertThat(page.locator(".hints")).containsText("“Prison and probation”");
            assertThat(page.locator(".hints")).containsText("all of these records are in English.");
            visitor.picture("finding-through");
            visitor.assertAccessible();

            page.getByText("Also: theme “Prison and probation”").click();

            assertThat(page).hasURL(Pattern.compile("words-only=theme.prison-and-probation"));
            found(page, "No records");
            visitor.assertNothingWentWrong();
        }
    }

    @Test
    void narrowsByYearsAndShowsThemAsChips() {
        String word = Shown.word();
        publish("Only one " + word, ALL_SIX);
        awaitFound(word, 1);
        try (Visitor visitor = chromium.visitor("http://localhost:" + port, Chromium.DESK)) {
            visitor.open("/search?q=" + word);
            Page page = visitor.page();
            page.getByLabel("from", new Page.GetByLabelOptions().setExact(true)).fill("2020");
            page.keyboard().press("Tab");
            assertThat(page).hasURL(Pattern.compile("from=2020"));
            found(page, "No records");
            page.getByText("Without “From 2020”: 1 record").click();
            found(page, "1 record");
            assertThat(page.getByText("From 2020")).isHidden();
            assertThat(page.getByLabel("from", new Page.GetByLabelOptions().setExact(true))).hasValue("");
            visitor.assertNothingWentWrong();
        }
    }

    @Test
    void findsAValueInALongList() {
        String word = Shown.word();
        publish("All over " + word, Map.of(Scheme.COUNTRY,
                List.of("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "ES", "FI", "FR", "GR", "SE")));
        awaitFound(word, 1);
        try (Visitor visitor = chromium.visitor("http://localhost:" + port, Chromium.DESK)) {
            visitor.open("/search?q=" + word);
            Page page = visitor.page();
            Locator find = page.getByLabel("Find in Country");
            find.fill("spa");
            assertThat(page.getByText("1 found")).isVisible();
            assertThat(find).isFocused();
            visitor.assertAccessible();
            page.getByLabel("Spain").check();
            assertThat(page).hasURL(Pattern.compile("country=ES"));
            assertThat(page.getByText("Country: Spain")).isVisible();
            visitor.assertNothingWentWrong();
        }
    }

    @Test
    void suggestsWhileOneTypesAndOpensWhatIsChosenWithTheKeyboard() {
        String word = Shown.word();
        publish("Lighthouse " + word, ALL_SIX);
        awaitFound(word, 1);
        try (Visitor visitor = chromium.visitor("http://localhost:" + port, Chromium.DESK)) {
            visitor.open("/");
            Page page = visitor.page();
            Locator field = page.getByRole(AriaRole.COMBOBOX);
            field.pressSequentially("lighthouse " + word.substring(0, 6));
            assertThat(page.getByRole(AriaRole.OPTION)).hasCount(1);
            assertThat(field).hasAttribute("aria-expanded", "true");
            field.press("ArrowDown");
            assertThat(field).hasAttribute("aria-activedescendant", "suggestions-0");
            visitor.assertAccessible();
            field.press("Escape");
            assertThat(page.getByRole(AriaRole.OPTION)).hasCount(0);
            field.press("ArrowDown");
            field.press("Enter");
            assertThat(page.locator("main h1")).hasText("Lighthouse " + word);
            visitor.assertNothingWentWrong();
        }
    }

    @Test
    void suggestsFirstWhatIsInTheLanguageOfTheBrowser() {
        String word = Shown.word();
        publish(word, with(Scheme.LANGUAGE, "en"));
        publish("Un rapport sur " + word, with(Scheme.LANGUAGE, "fr"));
        awaitFound(word, 2);
        try (Visitor visitor = chromium.visitor("http://localhost:" + port, Chromium.DESK, "fr-FR")) {
            visitor.open("/search");
            Page page = visitor.page();
            Locator field = page.getByRole(AriaRole.COMBOBOX);
            field.pressSequentially(word);
            assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("Un rapport sur " + word);
            field.fill("");
            field.pressSequentially("détent");
            assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("Prison et probation");
            assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("Theme");
            visitor.assertNothingWentWrong();
        }
    }

    @Test
    void suggestsOnAPhoneToo() {
        try (Visitor visitor = chromium.visitor("http://localhost:" + port, Chromium.PHONE)) {
            visitor.open("/search");
            Page page = visitor.page();
            page.getByRole(AriaRole.COMBOBOX).pressSequentially("Gefängn");
            Locator option = page.getByRole(AriaRole.OPTION).filter(
                    new Locator.FilterOptions().setHasText("Prison and probation"));
            assertThat(option.first()).isVisible();
            visitor.picture("suggestions-390");
            assertThat(visitor.barriers()).isEmpty();
            option.first().click();
            assertThat(page).hasURL(Pattern.compile("/themes/prison-and-probation$"));
            assertThat(page.locator("main h1")).hasText("Prison and probation");
            visitor.assertNothingWentWrong();
        }
    }

    private static void found(Page page, String count) {
        assertThat(page.getByRole(AriaRole.STATUS)).containsText(count);
    }

    private static void tick(Page page, String value) {
        Locator box = page.locator(".facet").getByLabel(value).first();
        box.check();
        assertThat(page.locator(".chosen").getByText(value)).isVisible();
    }

    private static Map<Scheme, List<String>> with(Scheme scheme, String concept) {
        Map<Scheme, List<String>> concepts = new EnumMap<>(ALL_SIX);
        concepts.put(scheme, List.of(concept));
        return concepts;
    }

    private void publish(String title, Map<Scheme, List<String>> concepts) {
        MaterialId id = library.create(new Description(title, "What was done, and what came of it.", concepts, 2019,
                "RAN", List.of(), "", null, Visibility.PUBLIC, Consent.NOBODY_NAMED, "", Gammma.NOT_REPORTED), editor)
                .id();
        review.publish(id, editor);
    }

    private void awaitFound(String word, long count) {
        await().atMost(Duration.ofSeconds(90)).ignoreExceptions()
                .until(() -> search.search(SearchQuery.of(word), Reader.VISITOR).total() == count);
    }
}
