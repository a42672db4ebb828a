package eu.counterpoint;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.testing.Chromium;
import eu.counterpoint.testing.Chromium.Visitor;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.testing.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What the library is for, from one end to the other, with a browser, a mouse and a keyboard. */
@WholeApplication
@Tag("once")
class JourneyIT {

    /** A page that waits for the index to show something is loaded again until it does. */
    private static final int TRIES = 40;

    private final String nonce = Words.unique();
    private final String phrase = "quiet lighthouses " + nonce + " answer loud storms";
    private final String title = "Lighthouse letters " + nonce;

    @Autowired
    private ApplicationContext application;
    @LocalServerPort
    private int port;
    @TempDir
    private Path folder;

    @Test
    void whatAContributorUploadsAndAnEditorPublishesIsFoundByItsWordsItsThemeAndItsAudience() throws Exception {
        Path pdf = fivePages();
        Reader contributor = TestPeople.contributor(application);
        Reader editor = TestPeople.editor(application);
        String address = "http://localhost:" + port;
        try (Chromium chromium = Chromium.start();
                Visitor writer = chromium.visitor(address, Chromium.DESK);
                Visitor reviewer = chromium.visitor(address, Chromium.DESK);
                Visitor anyone = chromium.visitor(address, Chromium.DESK)) {
            writer.signIn(TestPeople.username(application, contributor), TestPeople.PASSWORD);
            String material = contribute(writer, pdf);

            assertThat(anyone.open(material)).as("before it is published").isEqualTo(404);
            anyone.forgetConsole();

            reviewer.signIn(TestPeople.username(application, editor), TestPeople.PASSWORD);
            reviewer.open("/review");
            reviewer.page().getByRole(AriaRole.LINK, named("Review: " + title)).click();
            reviewer.page().getByRole(AriaRole.BUTTON, named("Publish")).click();
            assertThat(reviewer.page().getByText("Everyone for whom it is meant can find it.")).isVisible();

            findByPhrase(anyone.page());
            countedOn(anyone, "/themes/prison-and-probation");
            countedOn(anyone, "/audiences/families");
            anyone.open(material);
            assertThat(Files.readAllBytes(download(anyone.page()))).as("the original")
                    .isEqualTo(Files.readAllBytes(pdf));
            writer.assertNothingWentWrong();
            reviewer.assertNothingWentWrong();
            anyone.assertNothingWentWrong();
        }
    }

    /** Answers the address of the material. */
    private String contribute(Visitor writer, Path pdf) {
        Page page = writer.page();
        writer.open("/contribute");
        page.locator("vaadin-upload input[type=file]").setInputFiles(pdf);
        // The title comes from the file, and may be changed.
        assertThat(page.getByLabel("Title")).hasValue("The title in the file " + nonce, patient());
        page.getByLabel("Title").fill(title);
        page.getByLabel("Summary").fill("Families write letters to relatives in prison. The test made this up.");
        choose(page, "Kind", "Case study");
        choose(page, "Themes", "Prison and probation");
        choose(page, "Audiences it addresses", "Families");
        page.getByRole(AriaRole.BUTTON, named("Submit")).click();
        Locator see = page.getByRole(AriaRole.LINK, named("See it"));
        assertThat(see).isVisible(patientlyVisible());
        see.click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText(title);
        assertThat(page.getByText("Submitted: an editor will look at it")).isVisible();
        return page.url().replaceFirst("https?://[^/]+", "");
    }

    private static void choose(Page page, String label, String concept) {
        Locator box = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
        box.click();
        box.fill(concept);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(concept).setExact(true)).click();
        // A list of several stays open; on a closed one, Escape would take the choice back.
        if (Boolean.TRUE.equals(box.evaluate("input => input.getAttribute('aria-expanded') === 'true'"))) {
            box.press("Escape");
        }
    }

    private void findByPhrase(Page page) {
        page.navigate("/");
        page.getByRole(AriaRole.COMBOBOX).fill("\"" + phrase + "\"");
        page.getByRole(AriaRole.COMBOBOX).press("Enter");
        page.waitForURL(url -> url.contains("/search?q="));
        untilVisible(page, page.getByRole(AriaRole.LINK, named(title)));
        Locator hit = page.locator("article").filter(new Locator.FilterOptions().setHasText(title));
        assertThat(hit.locator("mark").filter(new Locator.FilterOptions().setHasText(nonce)).first()).isVisible();
        assertThat(hit.getByText("p. 3")).isVisible();
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("1 record")).first())
                .isVisible();
    }

    private void countedOn(Visitor anyone, String conceptPage) {
        anyone.open(conceptPage);
        untilVisible(anyone.page(), anyone.page().getByRole(AriaRole.LINK, named(title)));
        assertThat(anyone.page().locator("main")).containsText("1 record");
    }

    private static void untilVisible(Page page, Locator wanted) {
        for (int i = 0; i < TRIES; i++) {
            page.locator("main h1").first().waitFor();
            try {
                wanted.first().waitFor(new Locator.WaitForOptions().setTimeout(1_000));
                return;
            } catch (com.microsoft.playwright.TimeoutError notYet) {
                page.reload();
            }
        }
        assertThat(wanted.first()).isVisible();
    }

    private static Path download(Page page) {
        return page.waitForDownload(() -> page.getByRole(AriaRole.LINK, named("Download")).first().click()).path();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static LocatorAssertions.HasValueOptions patient() {
        return new LocatorAssertions.HasValueOptions().setTimeout(60_000);
    }

    private static LocatorAssertions.IsVisibleOptions patientlyVisible() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
    }

    private Path fivePages() throws IOException {
        Path pdf = folder.resolve("letters.pdf");
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle("The title in the file " + nonce);
            for (int number = 1; number <= 5; number++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 700);
                    content.showText(number == 3
                            ? "Somebody wrote that " + phrase + " with patience."
                            : "This is what stands on page number " + number + " of the letters.");
                    content.endText();
                }
            }
            document.save(pdf.toFile());
        }
        return pdf;
    }
}
