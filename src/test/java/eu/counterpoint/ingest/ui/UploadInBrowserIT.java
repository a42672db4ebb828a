package eu.counterpoint.ingest.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.testing.Chromium;
import eu.counterpoint.testing.Chromium.Visitor;
import eu.counterpoint.testing.WholeApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Files that are under way, for somebody who does not see them. */
@WholeApplication
@Tag("once")
class UploadInBrowserIT {

    @Autowired
    private ApplicationContext application;
    @LocalServerPort
    private int port;
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"/contribute", "/batches/new"})
    void eachBarIsCalledAsItsFile(String view) throws IOException {
        Path[] files = {Files.writeString(folder.resolve("first.txt"), "What was said."),
                Files.writeString(folder.resolve("second.txt"), "What was said then.")};
        try (Chromium chromium = Chromium.start();
                Visitor visitor = chromium.visitor("http://localhost:" + port, Chromium.PHONE)) {
            visitor.signIn(TestPeople.username(application, TestPeople.contributor(application)), TestPeople.PASSWORD);
            visitor.open(view);
            Page page = visitor.page();
            List<Route> underWay = new ArrayList<>();
            page.route(url -> url.contains("/upload"), underWay::add);
            page.locator("vaadin-upload input[type=file]").last().setInputFiles(files);
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                page.waitForTimeout(50);
                return underWay.size() == files.length;
            });

            assertThat(bar(page, "first.txt")).isVisible();
            assertThat(bar(page, "second.txt")).isVisible();
            visitor.picture("upload-under-way" + view.replace('/', '-') + "-" + Chromium.PHONE);
            visitor.assertAccessible();

            underWay.getFirst().resume();
            assertThat(bars(page)).hasCount(1);
            Locator left = page.locator("vaadin-upload-file [part=name]");
            assertThat(left).hasText(Pattern.compile("first.txt|second.txt"));
            assertThat(bar(page, left.innerText())).isVisible();
            visitor.assertAccessible();
            underWay.getLast().resume();
            assertThat(bars(page)).hasCount(0);
            visitor.assertNothingWentWrong();
        }
    }

    private static Locator bars(Page page) {
        return page.locator("vaadin-upload-file").getByRole(AriaRole.PROGRESSBAR);
    }

    private static Locator bar(Page page, String name) {
        return page.getByRole(AriaRole.PROGRESSBAR, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
