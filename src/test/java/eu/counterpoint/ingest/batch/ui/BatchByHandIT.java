package eu.counterpoint.ingest.batch.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.testing.Chromium;
import eu.counterpoint.testing.Chromium.Visitor;
import eu.counterpoint.testing.WithOfferedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Somebody who is quick with the mouse, and somebody who has none. */
@WithOfferedFolder
@Tag("once")
class BatchByHandIT {

    private static final int MANY = 3_000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Two seconds each. */
    private static final String SLOW = "wait\nsay It goes on.\n".repeat(8);

    @Autowired
    private ApplicationContext application;
    @LocalServerPort
    private int port;
    @TempDir
    private Path folder;

    @Test
    void losesNothingThatIsStillBeingUploaded() throws IOException {
        Path file = Files.writeString(folder.resolve("minutes.txt"), "What was said.");
        try (Chromium chromium = Chromium.start(); Visitor visitor = visitor(chromium, Chromium.PHONE)) {
            visitor.open("/batches/new");
            Page page = visitor.page();
            List<Route> onTheirWay = new ArrayList<>();
            page.route(url -> url.contains("/upload"), onTheirWay::add);
            page.locator("vaadin-upload input[type=file]").nth(1).setInputFiles(file);
            Awaitility.await().atMost(PATIENCE).until(() -> {
                page.waitForTimeout(50);
                return !onTheirWay.isEmpty();
            });

            button(page, "See what would happen").click();
            assertThat(page.locator(".notice")).containsText("Not everything has arrived yet");
            visitor.picture("batch-under-way-" + Chromium.PHONE);

            onTheirWay.forEach(Route::resume);
            page.getByText("1 file was received.").waitFor();
            button(page, "See what would happen").click();
            page.waitForURL(url -> url.matches(".*/batches/[a-z0-9]{10}"));
            assertThat(sentence(page)).containsText("New: 1.");
            visitor.assertNothingWentWrong();
        }
    }

    @Test
    void isLedByTheKeyboardAskedBeforeTheEndAndShownWhatComesAfterIt() throws IOException {
        Path first = Files.writeString(folder.resolve("first.misbehaving"), SLOW);
        Path second = Files.writeString(folder.resolve("second.misbehaving"), SLOW + "say The second.");
        try (Chromium chromium = Chromium.start(); Visitor visitor = visitor(chromium, Chromium.DESK)) {
            visitor.open("/batches/new");
            Page page = visitor.page();
            page.locator("vaadin-upload input[type=file]").nth(1).setInputFiles(new Path[]{first, second});
            page.getByText("2 files were received.").waitFor();
            button(page, "See what would happen").click();
            button(page, "Import 2").focus();
            page.keyboard().press("Enter");
            assertThat(button(page, "Pause")).isFocused();
            page.keyboard().press("Enter");
            assertThat(button(page, "Resume")).isFocused();
            page.keyboard().press("Enter");
            assertThat(button(page, "Pause")).isFocused();

            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            Locator question = page.getByRole(AriaRole.ALERTDIALOG);
            assertThat(question).containsText("End it for good?");
            visitor.picture("batch-end-" + Chromium.DESK);
            question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Let it go on")).click();
            assertThat(question).isHidden();
            assertThat(sentence(page)).containsText("It is being imported.");

            page.locator(".batch > .row button.danger").click();
            question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("End it")).click();
            assertThat(sentence(page)).containsText("It was ended.");
            assertThat(page.locator(".batch > .row a")).isFocused();
            assertThat(page.locator(".batch-lines .badge").filter(named("Read"))).hasCount(2, patiently());
            visitor.assertAccessible();
            visitor.assertNothingWentWrong();
        }
    }

    @Test
    void watchesAFolderOfTheServerComeIn() throws IOException {
        Path papers = Files.createDirectories(Path.of(WithOfferedFolder.FOLDER, "many"));
        for (int i = 0; i < MANY; i++) {
            Files.writeString(papers.resolve("paper-" + i + ".txt"), "What paper " + i + " says.");
        }
        try (Chromium chromium = Chromium.start();
                Visitor visitor = visitor(chromium, TestPeople.administrator(application), Chromium.DESK)) {
            visitor.open("/batches/new");
            Page page = visitor.page();
            Locator folder = page.getByLabel("Folder, below the one that is offered");
            folder.fill("nowhere");
            button(page, "Take this folder").click();
            assertThat(page.locator(".notice")).containsText("There is no folder “nowhere”");
            folder.fill("many");
            button(page, "Take this folder").click();
            page.getByText("Everything in “many” will be taken.").waitFor();
            visitor.picture("batch-folder-" + Chromium.DESK);
            button(page, "See what would happen").click();

            page.waitForURL(url -> url.matches(".*/batches/[a-z0-9]{10}"));
            assertThat(sentence(page)).containsText("of the folder ha");
            assertThat(sentence(page)).containsText(Pattern.compile("^[0-9,]+ files of the folder have come"));
            visitor.picture("batch-coming-" + Chromium.DESK);
            page.setViewportSize(Chromium.PHONE, 900);
            visitor.picture("batch-coming-" + Chromium.PHONE);
            assertThat(sentence(page)).containsText("New: " + String.format("%,d", MANY) + ".",
                    new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE.toMillis()));
            assertThat(page.locator(".batch-lines").last().locator("li").first()).containsText("paper-0.txt");
            visitor.assertNothingWentWrong();
        }
    }

    private Visitor visitor(Chromium chromium, int width) {
        return visitor(chromium, TestPeople.contributor(application), width);
    }

    private Visitor visitor(Chromium chromium, Reader sender, int width) {
        Visitor visitor = chromium.visitor("http://localhost:" + port, width);
        visitor.signIn(TestPeople.username(application, sender), TestPeople.PASSWORD);
        return visitor;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator sentence(Page page) {
        return page.locator(".batch > p[role=status]");
    }

    private static Locator.FilterOptions named(String text) {
        return new Locator.FilterOptions().setHasText(Pattern.compile("^" + text + "$"));
    }

    private static LocatorAssertions.HasCountOptions patiently() {
        return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE.toMillis());
    }
}
