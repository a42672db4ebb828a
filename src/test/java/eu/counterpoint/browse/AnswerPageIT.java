package eu.counterpoint.browse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.library.Material;
import eu.counterpoint.testing.Chromium;
import eu.counterpoint.testing.Chromium.Visitor;
import eu.counterpoint.testing.WholeApplication;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A campaigner pastes a narrative met online, and gets the materials and passages that answer it. */
@WholeApplication
@Tag("once")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class AnswerPageIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    private Chromium chromium;
    private Material campaign;
    private Material testimony;
    private String word;

    @BeforeAll
    void aCampaignAndATestimony() throws IOException {
        chromium = Chromium.start();
        Shown shown = new Shown(application);
        Reader editor = TestPeople.editor(application);
        word = Shown.word();
        campaign = shown.campaign(word, editor);
        testimony = shown.testimony("Why I left " + word, editor);
    }

    @AfterAll
    void closeTheBrowser() {
        chromium.close();
    }

    @Test
    void findsWhatAnswersANarrativeAndLeavesNoTraceOfIt(CapturedOutput output) {
        String secret = Shown.word();
        String narrative = "Only cowards leave. Former extremists are paid to lie, " + word + " proves it! " + secret
                + " Views and vanity figures are all they have.";
        List<String> addresses = new CopyOnWriteArrayList<>();
        try (Visitor visitor = chromium.visitor("http://localhost:" + port, Chromium.DESK)) {
            Page page = visitor.page();
            page.onRequest(request -> addresses.add(request.url()));
            visitor.open("/");
            page.getByText("Find what answers it").click();
            assertThat(page).hasURL(Pattern.compile("/answer$"));
            page.getByLabel("The narrative").fill(narrative);
            assertThat(page.getByText(narrative.length() + " / 5,000 characters")).isVisible();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find what answers it")).click();

            assertThat(page.getByRole(AriaRole.STATUS)).containsText("may answer this");
            Locator counter = page.locator("section").filter(new Locator.FilterOptions()
                    .setHas(page.getByRole(AriaRole.HEADING,
                            new Page.GetByRoleOptions().setName("Counter-narrative"))));
            assertThat(counter.locator("h3.technique").first()).hasText("Personal testimony");
            Locator first = counter.locator(".hit").filter(new Locator.FilterOptions()
                    .setHasText(testimony.description().title()));
            assertThat(first.locator("h4")).isVisible();
            assertThat(first.locator(".why")).containsText("your text names “Formers”");
            assertThat(first.locator(".why")).containsText(word);
            Locator other = page.locator("section").filter(new Locator.FilterOptions()
                    .setHas(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Other material"))));
            Locator card = other.locator(".hit").filter(new Locator.FilterOptions()
                    .setHasText(campaign.description().title()));
            assertThat(card.locator(".why")).containsText("shares the words");
            assertThat(card.locator(".passages mark").first()).isVisible();
            assertThat(page.locator("a[href*='" + word + "']")).hasCount(0);

            Page record = page.waitForPopup(() -> card.locator(":is(h3, h4) a").click());
            assertThat(record.locator("h1")).hasText(campaign.description().title());
            assertThat(page.getByLabel("The narrative")).hasValue(narrative);

            assertThat(page).hasURL(Pattern.compile("/answer$"));
            assertThat(page).not().hasTitle(Pattern.compile(secret));
            page.reload();
            assertThat(page.getByLabel("The narrative")).hasValue("");
            assertThat(page.evaluate("JSON.stringify([sessionStorage, localStorage, history.state, document.cookie])")
                    .toString()).doesNotContain(secret);
            visitor.assertNothingWentWrong();
        }
        assertThat(addresses).isNotEmpty().noneMatch(address -> address.contains(secret));
        assertThat(output.getAll()).doesNotContain(secret);
    }

    @Test
    void saysKindlyWhenThereIsNothingToLookForOrTooMuchOrNothingFound() {
        try (Visitor visitor = chromium.visitor("http://localhost:" + port, Chromium.DESK)) {
            visitor.open("/answer");
            Page page = visitor.page();
            Locator field = page.getByLabel("The narrative");
            Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions()
                    .setName("Find what answers it"));
            button.click();
            assertThat(page.getByText("Please paste a text first.")).isVisible();
            assertThat(field).isFocused();
            field.fill("x".repeat(5_012));
            button.click();
            assertThat(page.getByText("Please leave out 12 characters")).isVisible();
            field.fill(Shown.word());
            button.click();
            assertThat(page.getByText("Nothing here answers this yet")).isVisible();
            assertThat(page.getByText("Please leave out")).isHidden();
            visitor.assertNothingWentWrong();
        }
    }

    @Test
    void isAccessibleWithItsAnswers() {
        try (Visitor visitor = chromium.visitor("http://localhost:" + port, Chromium.DESK)) {
            visitor.open("/answer");
            Page page = visitor.page();
            page.getByLabel("The narrative")
                    .fill("Former extremists and gamers lie about " + word + " and vanity figures");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find what answers it")).click();
            assertThat(page.locator(".hit").first()).isVisible();
            visitor.onEachScreen(width -> {
                visitor.picture("answer-found-" + width);
                visitor.assertAccessible();
            });
        }
    }
}
