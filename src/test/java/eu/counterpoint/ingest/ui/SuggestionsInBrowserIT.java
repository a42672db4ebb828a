package eu.counterpoint.ingest.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Library;
import eu.counterpoint.testing.Chromium;
import eu.counterpoint.testing.Chromium.Visitor;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.vocabulary.Scheme;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.Pageable;

/** Somebody contributes a report, and takes from its text what they like. */
@WholeApplication
@Tag("once")
class SuggestionsInBrowserIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String REPORT = "eu-internet-forum-preparatory-meeting-2015-05-07.txt";
    private static final String TITLE = "Preparatory meeting of the EU Internet Forum";
    private static final String TYPED = "What companies and ministries said to each other";

    @Autowired
    private ApplicationContext application;
    @Autowired
    private Library library;
    @LocalServerPort
    private int port;
    @TempDir
    private Path folder;

    @Test
    void areBesideTheFormDisturbNobodyWhoTypesAndAreTakenWithOnePress() throws Exception {
        Reader owner = TestPeople.contributor(application);
        try (Chromium chromium = Chromium.start(); Visitor visitor = contributor(owner, chromium, Chromium.DESK)) {
            Page page = visitor.page();
            assertThat(panel(page)).containsText("Add a file.");
            Locator summary = page.getByLabel("Summary", new Page.GetByLabelOptions().setExact(true));
            summary.fill("Somebody types");
            upload(page);
            summary.focus();
            summary.press("Home");
            summary.pressSequentially("While the file is read, ", new Locator.PressSequentiallyOptions().setDelay(60));

            assertThat(use(page, TITLE)).isVisible(patiently());
            assertThat(summary).isFocused();
            assertThat(summary).hasValue("While the file is read, Somebody types");
            Assertions.assertThat(summary.evaluate("field => field.selectionStart"))
                    .as("where the next letter goes").isEqualTo("While the file is read, ".length());
            Assertions.assertThat(field(page, "Title").inputValue()).as("the file's name stands in")
                    .isEqualTo("eu-internet-forum-preparatory-meeting-2015-05-07");
            assertThat(panel(page).locator("mark").first()).hasText(TITLE);
            visitor.picture("suggestions-" + Chromium.DESK);
            visitor.assertAccessible();

            use(page, TITLE).click();
            assertThat(field(page, "Title")).hasValue(TITLE);
            assertThat(use(page, TITLE)).hasCount(0);
            assertThat(panel(page).locator("[role=status]")).hasText(TITLE + " was entered (Title).");
            assertThat(panel(page).locator(".suggestion:visible button").first()).isFocused();

            field(page, "Title").fill(TYPED);
            assertThat(panel(page).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions()
                    .setName("Use instead: " + TITLE + " (Title)"))).isVisible();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Use for all empty fields")).click();
            assertThat(field(page, "Year")).hasValue("2015");
            assertThat(field(page, "Title")).hasValue(TYPED);
            assertThat(panel(page).locator(".suggestion:visible")).hasCount(1);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save draft")).click();
            assertThat(page.locator(".form-actions [role=status]")).containsText("Saved");
            visitor.picture("suggestions-taken-" + Chromium.DESK);
            Description saved = library.ownedBy(owner, Pageable.ofSize(1)).getContent().getFirst().description();
            Assertions.assertThat(saved.title()).isEqualTo(TYPED);
            Assertions.assertThat(saved.year()).isEqualTo(2015);
            Assertions.assertThat(saved.all(Scheme.THEME)).contains("online-prevention-and-platforms");
            visitor.assertNothingWentWrong();
        }
    }

    @Test
    void areOneLineOnAPhoneThatUnfolds() throws Exception {
        Reader owner = TestPeople.contributor(application);
        try (Chromium chromium = Chromium.start(); Visitor visitor = contributor(owner, chromium, Chromium.PHONE)) {
            Page page = visitor.page();
            assertThat(panel(page)).isHidden();
            upload(page);
            Locator unfold = panel(page).getByRole(AriaRole.BUTTON,
                    new Locator.GetByRoleOptions().setName("suggestions"));
            assertThat(unfold).isVisible(patiently());
            assertThat(unfold).hasAttribute("aria-expanded", "false");
            assertThat(panel(page).locator(".suggestion").first()).isHidden();
            visitor.picture("suggestions-folded-" + Chromium.PHONE);

            unfold.click();
            assertThat(panel(page).locator(".suggestion").first()).isVisible();
            assertThat(unfold).hasAttribute("aria-expanded", "true");
            visitor.picture("suggestions-" + Chromium.PHONE);
            visitor.assertAccessible();
            Page beside = page.waitForPopup(() -> panel(page).getByRole(AriaRole.LINK).first().click());
            assertThat(beside.locator(".sought")).containsText(TITLE);
            beside.close();
            visitor.assertNothingWentWrong();
        }
    }

    private Visitor contributor(Reader owner, Chromium chromium, int width) {
        Visitor visitor = chromium.visitor("http://localhost:" + port, width);
        visitor.signIn(TestPeople.username(application, owner), TestPeople.PASSWORD);
        visitor.open("/contribute");
        return visitor;
    }

    private void upload(Page page) throws Exception {
        Path report = folder.resolve(REPORT);
        try (InputStream stream = getClass().getResourceAsStream("/starter/" + REPORT)) {
            Files.write(report, stream.readAllBytes());
        }
        page.locator("vaadin-upload input[type=file]").setInputFiles(report);
    }

    private static Locator panel(Page page) {
        return page.locator(".suggestions-panel");
    }

    private static Locator use(Page page, String value) {
        return panel(page).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Use " + value));
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE.toMillis());
    }
}
