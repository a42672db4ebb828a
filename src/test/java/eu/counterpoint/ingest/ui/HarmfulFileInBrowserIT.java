package eu.counterpoint.ingest.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.ingest.Upload;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.testing.Chromium;
import eu.counterpoint.testing.Chromium.Visitor;
import eu.counterpoint.testing.ClamDaemon;
import eu.counterpoint.testing.WithClamd;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What people see of a file that was rejected. Needs clamd; says so and skips without it. */
@WithClamd
@Tag("once")
class HarmfulFileInBrowserIT {

    @Autowired
    private ApplicationContext application;
    @Autowired
    private Intake intake;
    @Autowired
    private Library library;
    @LocalServerPort
    private int port;

    @AfterAll
    static void stop() {
        WithClamd.DAEMON.stop();
    }

    @Test
    void tellsTheOwnerWhyAndWhatToDoAndAdministratorsWhereItIs() throws Exception {
        assumeTrue(ClamDaemon.program().isPresent(), "clamd is not installed");
        WithClamd.DAEMON.start();
        Reader owner = TestPeople.contributor(application);
        MaterialId id = intake.create(Description.EMPTY, List.of(intake.keep(
                new Upload("harmful.txt", new ByteArrayInputStream(ClamDaemon.harmful().getBytes())))), owner).id();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> library.find(id).orElseThrow().files().getFirst()
                .outcome() == Outcome.REJECTED);
        String text = "/materials/" + id + "/files/" + library.find(id).orElseThrow().files().getFirst().id()
                + "/text";

        try (Chromium chromium = Chromium.start()) {
            for (int width : new int[]{Chromium.DESK, Chromium.PHONE}) {
                try (Visitor visitor = visitor(chromium, owner, width)) {
                    Page page = visitor.page();
                    visitor.open("/quarantine");
                    assertThat(page.locator(".quarantine-row")).containsText(ClamDaemon.SIGNATURE);
                    assertThat(page.locator(".quarantine-row")).containsText("Replace it with a clean copy.");
                    visitor.picture("harmful-quarantine-" + width);
                    visitor.assertAccessible();
                    visitor.open("/materials/" + id);
                    assertThat(page.locator(".file .badge")).hasText("Not accepted");
                    assertThat(page.locator(".file")).containsText(ClamDaemon.SIGNATURE);
                    assertThat(page.locator(".file a")).hasCount(0);
                    visitor.picture("harmful-material-" + width);
                    visitor.open(text);
                    assertThat(page.locator("main")).containsText("This file was rejected");
                    assertThat(page.locator("main .empty a")).hasCount(0);
                    visitor.picture("harmful-text-" + width);
                    visitor.assertNothingWentWrong();
                }
            }
            try (Visitor visitor = visitor(chromium, TestPeople.administrator(application), Chromium.DESK)) {
                visitor.open("/materials/" + id);
                assertThat(visitor.page().locator(".file a[download]")).hasCount(1);
            }
        }
    }

    private Visitor visitor(Chromium chromium, Reader reader, int width) {
        Visitor visitor = chromium.visitor("http://localhost:" + port, width);
        visitor.signIn(TestPeople.username(application, reader), TestPeople.PASSWORD);
        return visitor;
    }
}
