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
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What people do with the pages: with the keyboard alone, back and forth, and from a passage to its place. */
@WholeApplication
@Tag("once")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadersPagesIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    private Chromium chromium;
    private Shown shown;
    private Reader editor;
    private Material campaign;
    private String word;

    @BeforeAll
    void aCampaign() throws IOException {
        chromium = Chromium.start();
        shown = new Shown(application);
        editor = TestPeople.editor(application);
        word = Shown.word();
        campaign = shown.campaign(word, editor);
    }

    @AfterAll
    void closeTheBrowser() {
        chromium.close();
    }

    @Test
    void searchesFiltersAndGoesBackWithTheKeyboardAlone() {
        try (Visitor visitor = visitor()) {
            visitor.open("/");
            Page page = visitor.page();
            page.keyboard().press("Tab");
            assertThat(focused(page)).hasText("Skip to the content");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            page.keyboard().type(word);
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("/search\\?q=" + word + "$"));
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("1 record");

            page.getByLabel("Gaming").focus();
            page.keyboard().press("Space");
            assertThat(page).hasURL(Pattern.compile("\\?q=" + word + "&theme=gaming$"));
            assertThat(page.getByLabel("Gaming")).isChecked();
            assertThat(page.getByLabel("Gaming")).isFocused();
            assertThat(page.getByText("Theme: Gaming")).isVisible();

            page.goBack();
            assertThat(page.getByText("Theme: Gaming")).isHidden();
            assertThat(page.getByLabel("Gaming")).not().isChecked();
            page.goForward();
            assertThat(page.getByLabel("Gaming")).isChecked();
            page.getByText("Theme: Gaming").click();
            assertThat(page).hasURL(Pattern.compile("/search\\?q=" + word + "$"));
            visitor.assertNothingWentWrong();
        }
    }

    @Test
    void saysWhichFilterToLeaveOutWhenNothingMatches() {
        try (Visitor visitor = visitor()) {
            visitor.open("/search?q=" + word + "&theme=gaming&kind=research&colour=blue&theme=no-such-theme");
            Page page = visitor.page();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("No records");

            page.getByText("Without “Research”: 1 record").click();

            assertThat(page.getByRole(AriaRole.STATUS)).containsText("1 record");
            assertThat(page).hasURL(Pattern.compile("\\?q=" + word + "&theme=gaming$"));
        }
    }

    @Test
    void leadsFromAPassageToItsPageInTheText() {
        try (Visitor visitor = visitor()) {
            visitor.open("/search?q=" + word + "+vanity+figures");
            Page page = visitor.page();
            Locator place = page.locator(".passages a").first();
            String number = place.textContent().replaceAll("\\D", "");
            assertThat(number).isNotEmpty();

            place.click();

            assertThat(page).hasURL(Pattern.compile("#p-" + number + "$"));
            assertThat(page.locator("#p-" + number)).isInViewport();
            assertThat(page.locator("#p-" + number + " h2")).hasText("Page " + number);
            assertThat(page.locator("#p-" + number + " mark").first()).isVisible();
            assertThat(page.locator(".places summary")).containsText("in this file with “" + word + " vanity figures”");
            visitor.assertAccessible();
            visitor.assertNothingWentWrong();
        }
    }

    @Test
    void findsInAFileAndOpensThePdfAtThePage() {
        try (Visitor visitor = visitor()) {
            visitor.open("/materials/" + campaign.id());
            Page page = visitor.page();
            assertThat(page.getByText("Open the PDF")).hasAttribute("href", Pattern.compile("/pdf$"));
            page.getByText("Read the text").click();
            Locator field = page.getByRole(AriaRole.SEARCHBOX);
            assertThat(field).hasAccessibleName("Find in this file");
            assertThat(page.locator("#p-2 .text-head a")).containsText("Open the PDF at page 2");
            field.fill("vanity figures");
            field.press("Enter");

            assertThat(page.locator(".places summary")).containsText("in this file with “vanity figures”");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("in this file with “vanity figures”");
            assertThat(page).hasURL(Pattern.compile("/text\\?q=vanity"));
            assertThat(field).isFocused();
            assertThat(field).hasValue("vanity figures");
            visitor.onEachScreen(width -> {
                visitor.picture("find-in-file-" + width);
                visitor.assertAccessible();
            });
            Locator hit = page.locator(".places li").first();
            String number = hit.locator("a").first().textContent().replaceAll("\\D", "");
            Locator link = hit.getByText("Open the PDF at page " + number);
            assertThat(link).hasAttribute("rel", "noopener");
            Page pdf = page.waitForPopup(link::click);

            assertThat(pdf).hasURL(Pattern.compile("/pdf#page=" + number + "$"));
            pdf.waitForFunction("document.contentType === 'application/pdf'");
            visitor.assertNothingWentWrong();

            field.fill("xylophones");
            field.press("Enter");
            assertThat(page.locator(".places")).hasText("No place in this file with “xylophones”");
            field.fill("");
            field.press("Enter");
            assertThat(page.locator(".places")).hasCount(0);
        }
    }

    @Test
    void findsTheCampaignOnThePagesOfItsThemeAndItsAudience() {
        try (Visitor visitor = visitor()) {
            visitor.open("/materials/" + campaign.id());
            Page page = visitor.page();
            page.locator(".terms").getByText("Gaming").click();
            assertThat(page.locator("h1")).hasText("Gaming");
            assertThat(page.locator(".hits h2").getByText(word)).isVisible();

            page.locator(".related a").first().click();
            assertThat(page).hasURL(Pattern.compile("/search\\?audience=[a-z-]+&theme=gaming$"));
            visitor.assertNothingWentWrong();
        }
    }

    @Test
    void returnsASubmissionWithANoteThatItsContributorReads() {
        Reader contributor = TestPeople.contributor(application);
        Material waiting = shown.submitted("Street work " + word, contributor);
        try (Visitor visitor = visitor()) {
            visitor.signIn(TestPeople.username(application, editor), TestPeople.PASSWORD);
            visitor.open("/materials/" + waiting.id());
            Page page = visitor.page();
            page.getByText("Return with a note").click();
            page.getByText("Return it").click();
            assertThat(page.getByText("Please write a few words first.")).isVisible();
            page.getByLabel("What should the contributor change?").fill("Please say who paid for it.");
            page.getByText("Return it").click();
            assertThat(page.locator(".notice h2")).hasText("An editor asks for changes");
        }
        try (Visitor visitor = visitor()) {
            visitor.signIn(TestPeople.username(application, contributor), TestPeople.PASSWORD);
            visitor.open("/my-materials");
            assertThat(visitor.page().getByText("An editor asks: Please say who paid for it.")).isVisible();
            visitor.open("/materials/" + waiting.id());
            visitor.page().getByText("Submit for review").click();
            assertThat(visitor.page().locator(".notice h2")).hasText("Submitted: an editor will look at it");
        }
    }

    @Test
    void showsTheTombstoneOfWhatWasWithdrawn() {
        Material gone = shown.withdrawn("Gone " + word, "Its publisher asked for it.", editor);
        try (Visitor visitor = visitor()) {
            assertThat(visitor.open("/materials/" + gone.id())).isEqualTo(410);
            assertThat(visitor.page().locator("h1")).hasText("Withdrawn: Gone " + word);
            assertThat(visitor.page().getByText("Its publisher asked for it.")).isVisible();
        }
    }

    @Test
    void keepsDraftsAndEditorsPagesFromOthers() {
        Material draft = shown.draft("Not yet " + word, editor);
        try (Visitor visitor = visitor()) {
            assertThat(visitor.open("/materials/" + draft.id())).isEqualTo(404);
            visitor.open("/my-materials");
            assertThat(visitor.page()).hasURL(Pattern.compile("/sign-in"));
        }
        try (Visitor visitor = visitor()) {
            visitor.signIn(TestPeople.username(application, TestPeople.contributor(application)), TestPeople.PASSWORD);
            visitor.open("/review");
            assertThat(visitor.page().locator("h1")).hasText("This page is not open to your account");
        }
    }

    private Visitor visitor() {
        return chromium.visitor("http://localhost:" + port, Chromium.DESK);
    }

    private static Locator focused(Page page) {
        return page.locator(":focus");
    }
}
