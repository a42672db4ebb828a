package eu.counterpoint.ingest.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.ingest.Upload;
import eu.counterpoint.library.Consent;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Gammma;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.Status;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.testing.Chromium;
import eu.counterpoint.testing.Chromium.Visitor;
import eu.counterpoint.testing.MadeTexts;
import eu.counterpoint.testing.WholeApplication;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Somebody uploads what the library has already, and is told while they describe it. */
@WholeApplication
@Tag("once")
class DuplicatesInBrowserIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String TITLE = "Letters home: what families of prisoners in four member states told us, and what helped";
    private static final String TEXT = MadeTexts.words(60_000, 500);
    private static final String TEXT_OF_MANY = MadeTexts.words(60_001, 500);

    @Autowired
    private ApplicationContext application;
    @Autowired
    private Intake intake;
    @Autowired
    private Library library;
    @LocalServerPort
    private int port;
    @TempDir
    private Path folder;

    @Test
    void saysBesideTheFileThatItIsThereAlreadyAndTakesItAllTheSame() throws Exception {
        MaterialId there = published(TEXT);
        Reader owner = TestPeople.contributor(application);
        Path same = Files.writeString(folder.resolve("letters-home-final.txt"), TEXT);
        Path near = Files.writeString(folder.resolve("letters-home-2.txt"), TEXT + " With one more sentence.");
        try (Chromium chromium = Chromium.start();
                Visitor visitor = chromium.visitor("http://localhost:" + port, Chromium.DESK)) {
            visitor.signIn(TestPeople.username(application, owner), TestPeople.PASSWORD);
            visitor.open("/contribute");
            Page page = visitor.page();
            page.locator("vaadin-upload input[type=file]").setInputFiles(new Path[]{same, near});

            assertThat(line(page, "letters-home-final.txt"))
                    .containsText("This file is already in the library: " + TITLE, patiently());
            assertThat(line(page, "letters-home-2.txt")).containsText("Nearly the same text as " + TITLE, patiently());
            assertThat(line(page, "letters-home-2.txt").locator(".known-already li")).hasCount(1);
            visitor.picture("duplicates-" + Chromium.DESK);
            visitor.assertAccessible();
            page.setViewportSize(Chromium.PHONE, 900);
            visitor.picture("duplicates-" + Chromium.PHONE);
            visitor.assertAccessible();
            page.setViewportSize(Chromium.DESK, 900);

            Page beside = page.waitForPopup(() -> line(page, "letters-home-final.txt").getByRole(AriaRole.LINK,
                    new Locator.GetByRoleOptions().setName(TITLE + " (opens in a new tab)")).click());
            assertThat(beside).hasURL("http://localhost:" + port + "/materials/" + there);
            assertThat(beside.locator("main h1")).hasText(TITLE);
            beside.close();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save draft")).click();
            assertThat(page.locator(".form-actions [role=status]")).containsText("Saved");
            visitor.assertNothingWentWrong();
        }
    }

    @Test
    void saysSoBeforeManyAreImported() throws Exception {
        MaterialId there = published(TEXT_OF_MANY);
        Reader owner = TestPeople.contributor(application);
        Path same = Files.writeString(folder.resolve("letters-again.txt"), TEXT_OF_MANY);
        try (Chromium chromium = Chromium.start();
                Visitor visitor = chromium.visitor("http://localhost:" + port, Chromium.DESK)) {
            visitor.signIn(TestPeople.username(application, owner), TestPeople.PASSWORD);
            visitor.open("/batches/new");
            Page page = visitor.page();
            page.locator("vaadin-upload input[type=file]").nth(1).setInputFiles(same);
            page.getByText("1 file was received.").waitFor();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("See what would happen")).click();

            Locator row = page.locator(".batch-faults");
            assertThat(row).containsText("files: letters-again.txt is already in the library: " + TITLE, patiently());
            assertThat(page.locator("main"))
                    .containsText("New: 1. Changed: 0. There already: 0. With something wrong: 0.");
            assertThat(row.getByRole(AriaRole.LINK)).hasAttribute("href", "materials/" + there);
            visitor.picture("duplicates-batch-" + Chromium.DESK);
            visitor.assertAccessible();
            page.setViewportSize(Chromium.PHONE, 900);
            visitor.picture("duplicates-batch-" + Chromium.PHONE);
            visitor.assertAccessible();
            visitor.assertNothingWentWrong();
        }
    }

    private MaterialId published(String text) throws Exception {
        Reader editor = TestPeople.editor(application);
        Description description = new Description(TITLE, "What was done.", Map.of(), 2019, "", List.of(), "", null,
                Visibility.PUBLIC, Consent.NOBODY_NAMED, "", Gammma.NOT_REPORTED);
        MaterialId id = intake.create(description, List.of(intake.keep(
                new Upload("letters.txt", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))), editor)
                .id();
        library.move(id, Status.PUBLISHED, null, editor);
        Awaitility.await().atMost(PATIENCE).until(
                () -> library.find(id).orElseThrow().files().getFirst().outcome() == Outcome.EXTRACTED);
        return id;
    }

    private static Locator line(Page page, String file) {
        return page.locator(".file-line").filter(new Locator.FilterOptions().setHasText(file));
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE.toMillis());
    }
}
