package eu.counterpoint.ingest.batch.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.counterpoint.testing.Chromium;
import eu.counterpoint.testing.Chromium.Visitor;
import eu.counterpoint.testing.MortalApplication;
import eu.counterpoint.testing.RestClient;
import eu.counterpoint.testing.TestSurroundings;
import eu.counterpoint.testing.WithMortalApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Somebody sends a batch, watches it grow, sees the server come back and the batch go on. With {@code -Dbatch.files=1000} as
 * many files as that.
 */
@Tag("once")
@WithMortalApplication
class BatchInBrowserIT {

    private static final int FILES = Integer.getInteger("batch.files", 120);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** What the page looked like, noted in the browser each time it changed. */
    private static final String WITNESS = """
            () => {
              window.seen = []; window.slowest = 0;
              new MutationObserver(() => {
                const text = document.querySelector('.batch-progress p').textContent;
                const done = parseInt(text.replace(/,/g, ''));
                if (window.seen[window.seen.length - 1] !== done) window.seen.push(done);
              }).observe(document.querySelector('.batch-progress'), {subtree: true, characterData: true, childList: true});
              let last = performance.now();
              const tick = now => { window.slowest = Math.max(window.slowest, now - last); last = now; requestAnimationFrame(tick); };
              requestAnimationFrame(tick);
            }""";

    @TempDir
    private Path folder;

    @Test
    void growsBeforeTheEyesAndGoesOnWhenTheServerIsBack(MortalApplication application) throws IOException {
        Path table = Files.writeString(folder.resolve("papers-of-the-working-group.csv"), table());
        Path archive = archive();
        RestClient client = RestClient.asAdmin(application::uri);
        try (Chromium chromium = Chromium.start();
                Visitor visitor = chromium.visitor(application.uri("").toString(), Chromium.DESK)) {
            visitor.signIn("admin", TestSurroundings.PASSWORD);
            Page page = visitor.page();
            visitor.open("/batches/new");
            page.locator("vaadin-upload input[type=file]").nth(0).setInputFiles(table);
            page.getByText("papers-of-the-working-group.csv was received.").waitFor();
            page.locator("vaadin-upload input[type=file]").nth(1).setInputFiles(archive);
            page.getByText(String.format("%,d files were received.", FILES)).waitFor();
            visitor.picture("batch-new-1440");
            button(page, "See what would happen").click();

            page.waitForURL(url -> url.matches(".*/batches/[a-z0-9]{10}"));
            sentence(page,
                    String.format("New: %,d. Changed: 0. There already: 0. With something wrong: 2.", FILES));
            assertThat(page.locator(".batch-lines").last().innerText()).contains("Row " + (FILES + 2),
                    "“sometime” is not a year", "“gamming” is not in our list. Nearest are: gaming");
            visitor.picture("batch-checked-1440");
            visitor.assertNothingWentWrong();
            visitor.assertAccessible();
            visitor.forgetConsole();

            String address = page.url();
            button(page, "Import").click();
            sentence(page, "It is being imported.");
            page.evaluate(WITNESS);
            await().atMost(PATIENCE).until(() -> done(page) > FILES / 8);
            String top = page.locator(".batch-lines li").first().innerText();
            visitor.picture("batch-running-1440");
            assertThat(top).isNotBlank();
            await().atMost(PATIENCE).until(() -> done(page) > FILES / 4);
            List<Integer> seen = seen(page);
            assertThat(seen).as("it grows, never shrinks").isNotEmpty().isSorted();
            int shown = done(page);
            JsonNode counted = client.get(api(address)).expect(200).json();
            assertThat(counted.at("/files/done").asInt()).as("what is shown is true").isGreaterThanOrEqualTo(shown)
                    .isLessThan(FILES);
            assertThat((Number) page.evaluate("window.slowest")).as("ms between two pictures")
                    .extracting(Number::intValue, org.assertj.core.api.InstanceOfAssertFactories.INTEGER)
                    .isLessThan(1_000);
            int before = shown;

            application.stop();
            application.startAgain();
            visitor.forgetConsole();
            comeBack(visitor, address);
            assertThat(done(page)).as("nothing was lost").isGreaterThanOrEqualTo(before).isLessThan(FILES);
            sentence(page, "It is being imported.");
            page.evaluate(WITNESS);
            page.setViewportSize(Chromium.PHONE, 900);
            visitor.picture("batch-running-390");
            await().atMost(PATIENCE).until(() -> page.locator(".batch-head .badge").innerText().equals("Done"));
            sentence(page, String.format("%,d materials were imported. 2 rows have something wrong", FILES));
            assertThat(seen(page)).as("again, step by step").hasSizeGreaterThan(2).isSorted().endsWith(FILES);
            assertThat(client.get(api(address)).json().at("/files/done").asInt())
                    .isEqualTo(FILES);
            visitor.picture("batch-done-390");
            visitor.assertAccessible();
            page.setViewportSize(Chromium.DESK, 900);
            visitor.picture("batch-done-1440");
            visitor.open("/batches");
            visitor.picture("batches-1440");
        }
    }

    /** The page finds by itself that the server is back; who was signed in there signs in again. */
    private static void comeBack(Visitor visitor, String address) {
        Page page = visitor.page();
        await().atMost(PATIENCE).ignoreExceptions()
                .until(() -> page.url().contains("sign-in") || page.locator("input[name=username]").isVisible());
        visitor.signIn("admin", TestSurroundings.PASSWORD);
        visitor.open(address.replaceFirst("^https?://[^/]+", ""));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static void sentence(Page page, String words) {
        page.locator(".batch > p[role=status]").filter(new Locator.FilterOptions().setHasText(words)).waitFor();
    }

    private static int done(Page page) {
        return Integer.parseInt(page.locator(".batch-progress p").first().innerText().replaceAll(" of .*", "")
                .replace(",", "").strip());
    }

    private static List<Integer> seen(Page page) {
        List<Integer> seen = new ArrayList<>();
        ((List<?>) page.evaluate("window.seen")).forEach(number -> seen.add(((Number) number).intValue()));
        return seen;
    }

    private static String api(String address) {
        return "/api" + address.replaceFirst("^https?://[^/]+", "");
    }

    private static String table() {
        StringBuilder table = new StringBuilder("key,title,themes,year,files\n");
        for (int i = 0; i < FILES; i++) {
            table.append("paper-").append(i).append(",Paper ").append(i)
                    .append(" of the working group,gaming,2018,paper-").append(i)
                    .append(".txt\n");
        }
        return table
                .append("paper-a,A paper without a year,gaming,sometime,\npaper-b,A paper with a misspelt theme,gamming,2018,\n")
                .toString();
    }

    private Path archive() throws IOException {
        Path archive = folder.resolve("papers.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (int i = 0; i < FILES; i++) {
                zip.putNextEntry(new ZipEntry("papers/paper-" + i + ".txt"));
                zip.write(("What the working group wrote in paper " + i + ".\n").repeat(40)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return archive;
    }
}
