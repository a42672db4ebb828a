package eu.counterpoint.ingest.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.ingest.Upload;
import eu.counterpoint.ingest.batch.Batch;
import eu.counterpoint.ingest.batch.BatchId;
import eu.counterpoint.ingest.batch.Batches;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.NewFile;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.testing.Chromium;
import eu.counterpoint.testing.Chromium.Visitor;
import eu.counterpoint.testing.Pdfs;
import eu.counterpoint.testing.WholeApplication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The quarantine in front of a contributor, who puts each file right in a way of its own, without reloading. */
@WholeApplication
@Tag("once")
class QuarantineInBrowserIT {

    private static final String SECRET = "open sesame 42";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Autowired
    private ApplicationContext application;
    @Autowired
    private Intake intake;
    @Autowired
    private Batches batches;
    @Autowired
    private Library library;
    @LocalServerPort
    private int port;
    @TempDir
    private Path folder;

    @Test
    void putsEachFileRight() throws Exception {
        Reader owner = TestPeople.contributor(application);
        files(owner, Map.of("locked.pdf", Pdfs.locked("Behind the lock.", SECRET), "broken.pdf", Pdfs.broken(),
                "scan.pdf", Pdfs.scanned(), "unlucky.misbehaving", breaksOffTwice(), "nothing.txt", new byte[0]));
        Path whole = Files.write(folder.resolve("whole.pdf"), Pdfs.saying("As it was meant to be."));
        try (Chromium chromium = Chromium.start(); Visitor visitor = visitor(chromium, owner, Chromium.DESK)) {
            visitor.open("/quarantine");
            Page page = visitor.page();
            assertThat(page.locator(".quarantine-row")).hasCount(5);
            assertThat(row(page, "locked.pdf")).containsText("protected with a password");
            assertThat(row(page, "scan.pdf")).containsText("OCR");
            visitor.picture("quarantine-" + Chromium.DESK);

            openWithAPassword(visitor, page);
            readAgain(page);
            replace(visitor, page, whole);
            accept(page);

            assertThat(page.locator("main .lead")).containsText("One file did not become fully searchable");
            visitor.picture("quarantine-put-right-" + Chromium.DESK);
            visitor.open("/quarantine");
            assertThat(page.locator(".quarantine-row")).hasCount(1);
            visitor.assertAccessible();
            visitor.open("/quarantine?accepted=true");
            assertThat(row(page, "scan.pdf")).containsText("Accepted as it is by Test contributor");
            visitor.assertNothingWentWrong();
        }
    }

    @Test
    void readsAllOfAReasonAgainWhileThePageTellsHowFarItIs() throws Exception {
        Reader owner = TestPeople.contributor(application);
        Map<String, byte[]> many = new java.util.TreeMap<>();
        for (int i = 10; i < 70; i++) {
            many.put("empty-" + i + ".txt", new byte[0]);
        }
        files(owner, many);
        try (Chromium chromium = Chromium.start(); Visitor visitor = visitor(chromium, owner, Chromium.PHONE)) {
            visitor.open("/quarantine");
            Page page = visitor.page();
            assertThat(page.locator(".quarantine-row")).hasCount(25);
            assertThat(page.locator(".quarantine-reasons")).hasText("Without content60");
            page.getByRole(AriaRole.LINK, named("Could not be read")).click();
            assertThat(page.locator(".pager a[aria-current]")).hasText("1");
            visitor.picture("quarantine-many-" + Chromium.PHONE);
            visitor.assertAccessible();

            button(page, "Read all 60 again").click();

            assertThat(page.locator(".retry")).containsText("60 files were read again.", patiently());
            assertThat(page.locator(".quarantine-row")).hasCount(25);
            page.getByLabel("Select all on this page").check();
            button(page, "Read 25 selected files again").click();
            assertThat(page.locator("main [role=status]").getByText("25 files are being read again."))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
            assertThat(page.getByLabel("Select all on this page")).not().isChecked();
            page.evaluate("window.scrollTo(0, 0)");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "pictures", "quarantine-retried-" + Chromium.PHONE + ".png")));
            visitor.assertNothingWentWrong();
        }
    }

    @Test
    void goesFromABatchToItsFilesAndReadsThoseWithAReasonAgain() throws Exception {
        Reader owner = TestPeople.contributor(application);
        files(owner, Map.of("by-itself.pdf", Pdfs.scanned()));
        BatchId batch = batch(owner, "papers.csv", Map.of("scan-a.pdf", Pdfs.scanned(), "scan-b.pdf", Pdfs.scanned(),
                "blank.txt", "   ".getBytes(), "broken.pdf", Pdfs.broken(), "well.txt", "All is well.".getBytes()));
        try (Chromium chromium = Chromium.start(); Visitor visitor = visitor(chromium, owner, Chromium.DESK)) {
            visitor.open("/batches/" + batch);
            Page page = visitor.page();
            assertThat(page.locator(".batch-lines > li")
                    .filter(new Locator.FilterOptions().setHasText("scan-a.pdf")).first())
                    .containsText("pictures of pages");
            pictures(visitor, "batch-quarantined");
            page.getByRole(AriaRole.LINK, named("4 files did not become fully searchable")).click();

            assertThat(page.locator("main .lead")).containsText("4 files of “papers.csv” did not become");
            assertThat(page.locator(".quarantine-row")).hasCount(4);
            pictures(visitor, "quarantine-batch");
            page.getByRole(AriaRole.LINK, named("No text found")).click();
            assertThat(page.locator(".quarantine-row")).hasCount(3);
            page.getByRole(AriaRole.LINK, named("Scans")).click();
            assertThat(page.locator(".quarantine-row")).hasCount(2);
            assertThat(page.locator(".quarantine-reasons a[aria-current=page]")).hasText("Scans2");
            pictures(visitor, "quarantine-reason");
            String address = page.url().replaceFirst("^https?://[^/]+", "");
            button(page, "Read all 2 again").click();

            assertThat(page.locator(".retry")).containsText("All read again: Scans (of one batch)", patiently());
            assertThat(page.locator(".retry")).containsText("2 files were read again.");
            visitor.open(address);
            assertThat(page.locator(".quarantine-row")).hasCount(2);
            page.getByRole(AriaRole.BUTTON, named("Batch")).or(page.locator("vaadin-select")).first().click();
            page.getByRole(AriaRole.OPTION, named("All files")).click();
            assertThat(row(page, "by-itself.pdf")).isVisible();
            assertThat(page.locator(".quarantine-row")).hasCount(3);
            visitor.assertNothingWentWrong();
            try (Visitor other = visitor(chromium, TestPeople.contributor(application), Chromium.PHONE)) {
                other.open(address);
                assertThat(other.page().locator("main .lead")).hasText(
                        "There is no such batch, or none that you may see.");
                assertThat(other.page().locator(".quarantine-row")).hasCount(0);
                assertThat(other.page().locator("main")).not().containsText("papers.csv");
                other.picture("quarantine-foreign-batch-" + Chromium.PHONE);
                other.assertAccessible();
            }
        }
    }

    private static void pictures(Visitor visitor, String name) {
        visitor.picture(name + "-" + Chromium.DESK);
        visitor.assertAccessible();
        visitor.page().setViewportSize(Chromium.PHONE, 900);
        visitor.picture(name + "-" + Chromium.PHONE);
        visitor.assertAccessible();
        visitor.page().setViewportSize(Chromium.DESK, 900);
    }

    private BatchId batch(Reader owner, String name, Map<String, byte[]> contents) throws IOException {
        BatchId batch = batches.open(owner);
        for (var content : contents.entrySet()) {
            batches.receive(batch, new Upload(content.getKey(), new ByteArrayInputStream(content.getValue())), owner);
        }
        batches.check(batch, name, false, owner);
        batches.start(batch, owner);
        Awaitility.await().atMost(PATIENCE).until(() -> batches.find(batch, owner).state() == Batch.State.DONE);
        return batch;
    }

    private static void openWithAPassword(Visitor visitor, Page page) {
        page.getByRole(AriaRole.BUTTON, named("Give the password of locked.pdf")).focus();
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Password of the file")).isFocused();
        page.keyboard().type("not this one");
        page.keyboard().press("Enter");
        assertThat(row(page, "locked.pdf")).containsText("The password does not open the file.", patiently());
        assertThat(row(page, "locked.pdf").locator(".badge")).hasText("Protected");
        visitor.picture("quarantine-wrong-password-" + Chromium.DESK);
        visitor.assertAccessible();
        page.setViewportSize(Chromium.PHONE, 900);
        visitor.picture("quarantine-wrong-password-" + Chromium.PHONE);
        visitor.assertAccessible();
        page.setViewportSize(Chromium.DESK, 900);
        page.getByLabel("Password of the file").fill(SECRET);
        button(page, "Open the file").click();
        assertThat(row(page, "locked.pdf").locator(".badge")).hasText("Read whole", soon());
    }

    private static void readAgain(Page page) {
        page.getByRole(AriaRole.BUTTON, named("Read unlucky.misbehaving again")).focus();
        page.keyboard().press("Enter");
        assertThat(row(page, "unlucky.misbehaving").locator(".badge")).hasText("Read whole", soon());
    }

    private static void replace(Visitor visitor, Page page, Path whole) {
        page.getByRole(AriaRole.BUTTON, named("Replace broken.pdf")).focus();
        page.keyboard().press("Enter");
        assertThat(button(page, "Choose the new file")).isFocused();
        visitor.picture("quarantine-replace-" + Chromium.DESK);
        visitor.assertAccessible();
        FileChooser chooser = page.waitForFileChooser(() -> button(page, "Choose the new file").click());
        chooser.setFiles(whole);
        assertThat(row(page, "whole.pdf").locator(".badge")).hasText("Read whole", soon());
    }

    private static void accept(Page page) {
        page.getByRole(AriaRole.BUTTON, named("Accept scan.pdf as it is")).focus();
        page.keyboard().press("Enter");
        assertThat(row(page, "scan.pdf")).containsText("Accepted as it is by Test contributor");
        assertThat(page.getByRole(AriaRole.LINK, named("Accepted as they are"))).isVisible();
    }

    /** Ends the worker at its first reading and at the one more try. */
    private byte[] breaksOffTwice() {
        return ("page Before.\nstumble " + folder.resolve("once") + "\nstumble " + folder.resolve("twice")
                + "\npage After.").getBytes();
    }

    private void files(Reader owner, Map<String, byte[]> contents) throws IOException {
        List<NewFile> kept = new ArrayList<>();
        for (var content : contents.entrySet()) {
            kept.add(intake.keep(new Upload(content.getKey(), new ByteArrayInputStream(content.getValue()))));
        }
        MaterialId id = intake.create(Description.EMPTY, kept, owner).id();
        Awaitility.await().atMost(PATIENCE).until(() -> library.find(id).orElseThrow().files().stream()
                .noneMatch(file -> file.outcome() == Outcome.PENDING));
    }

    private Visitor visitor(Chromium chromium, Reader reader, int width) {
        Visitor visitor = chromium.visitor("http://localhost:" + port, width);
        visitor.signIn(TestPeople.username(application, reader), TestPeople.PASSWORD);
        return visitor;
    }

    private static Locator row(Page page, String file) {
        return page.locator(".quarantine-row").filter(new Locator.FilterOptions()
                .setHas(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(file).setExact(true))));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE.toMillis());
    }

    private static LocatorAssertions.HasTextOptions soon() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE.toMillis());
    }
}
