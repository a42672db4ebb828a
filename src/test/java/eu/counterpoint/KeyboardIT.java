package eu.counterpoint;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.testing.Chromium;
import eu.counterpoint.testing.Chromium.Visitor;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.testing.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A contribution on its way from a file to everybody, by people who have no mouse. */
@WholeApplication
@Tag("once")
class KeyboardIT {

    /** More than any page has places to stop at. */
    private static final int MOST_STOPS = 150;

    private final String title = "Without a mouse " + Words.unique();

    @Autowired
    private ApplicationContext application;
    @LocalServerPort
    private int port;
    @TempDir
    private Path folder;

    @Test
    void somebodyContributesAndAnEditorPublishesWithKeysAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("workshop.txt"), "What we tried in a workshop on hate in games.");
        try (Chromium chromium = Chromium.start();
                Visitor writer = chromium.visitor("http://localhost:" + port, Chromium.DESK);
                Visitor editor = chromium.visitor("http://localhost:" + port, Chromium.DESK)) {
            // Whoever listens only when the key is pressed comes too late at times: the browser has opened its own dialogue.
            writer.page().onFileChooser(chooser -> {});
            signIn(writer.page(), TestPeople.username(application, TestPeople.contributor(application)));
            contribute(writer.page(), file);

            signIn(editor.page(), TestPeople.username(application, TestPeople.editor(application)));
            publish(editor.page());
            writer.assertNothingWentWrong();
            editor.assertNothingWentWrong();
        }
    }

    private static void signIn(Page page, String username) {
        page.navigate("/sign-in");
        page.locator("main h1").waitFor();
        come(page, page.getByLabel("Username"));
        page.keyboard().type(username);
        come(page, page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)));
        page.keyboard().type(TestPeople.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
        page.locator("main h1").first().waitFor();
    }

    private void contribute(Page page, Path file) {
        follow(page, link(page, "Contribute"));
        assertThat(page).hasURL(Pattern.compile("/contribute$"));
        come(page, button(page, "Choose files"));
        FileChooser chooser = page.waitForFileChooser(() -> page.keyboard().press("Enter"));
        chooser.setFiles(file);
        assertThat(page.locator(".file-line .badge")).hasText("Read",
                new LocatorAssertions.HasTextOptions().setTimeout(60_000));

        come(page, page.getByLabel("Title"));
        page.keyboard().press("ControlOrMeta+A");
        page.keyboard().type(title);
        come(page, page.getByLabel("Summary"));
        page.keyboard().type("Young people played, stopped, and talked. The test made this up.");
        choose(page, "Kind", "Case study");
        choose(page, "Themes", "Gaming");
        choose(page, "Audiences it addresses", "Gamers");
        press(page, button(page, "Submit"));
        assertThat(link(page, "See it")).isVisible();
    }

    private void publish(Page page) {
        follow(page, page.locator("header").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Review")));
        follow(page, link(page, "Review: " + title));
        press(page, button(page, "Publish"));
        assertThat(page.getByText("Everyone for whom it is meant can find it.")).isVisible();
    }

    private static void choose(Page page, String label, String concept) {
        come(page, page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)));
        page.keyboard().type(concept);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(concept).setExact(true)).waitFor();
        page.keyboard().press("Enter");
    }

    /** The next page takes the focus, a moment after it is there. */
    private static void follow(Page page, Locator link) {
        press(page, link);
        assertThat(page.locator("main#content")).isFocused();
    }

    private static void press(Page page, Locator wanted) {
        come(page, wanted);
        page.keyboard().press("Enter");
    }

    /** Goes on with the Tab key until the focus is there. */
    private static void come(Page page, Locator wanted) {
        wanted.first().waitFor();
        for (int i = 0; i < MOST_STOPS; i++) {
            if (Boolean.TRUE.equals(wanted.first().evaluate("element => element === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        assertThat(wanted.first()).isFocused();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
