package eu.counterpoint.ingest.batch.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import eu.counterpoint.account.AccountId;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.account.TestSignIn;
import eu.counterpoint.ingest.Upload;
import eu.counterpoint.ingest.batch.Batch;
import eu.counterpoint.ingest.batch.BatchFile;
import eu.counterpoint.ingest.batch.BatchId;
import eu.counterpoint.ingest.batch.BatchRow.Plan;
import eu.counterpoint.ingest.batch.Batches;
import eu.counterpoint.ingest.batch.Progress;
import eu.counterpoint.testing.MadeTexts;
import eu.counterpoint.testing.WholeApplication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the page of a batch says about how far it is. */
@Tag("once")
@WholeApplication
@ViewPackages(classes = BatchView.class)
class BatchViewIT extends SpringBrowserlessTest {

    /** More than are handed over before it is cancelled. */
    private static final int MANY = 120;

    @Autowired
    private ApplicationContext application;
    @Autowired
    private Batches batches;

    @AfterEach
    void nobodyIsSignedIn() {
        TestSignIn.nobody();
    }

    @Test
    void saysThatNothingWasImportedWhereEveryRowHasSomethingWrong() throws IOException {
        Reader sender = TestPeople.contributor(application);
        BatchId batch = batches.open(sender);
        batches.receiveManifest(batch, new Upload("t.csv",
                new ByteArrayInputStream("key,title,year\n1,Wrong,never\n".getBytes(StandardCharsets.UTF_8))), sender);
        batches.check(batch, null, false, sender);
        batches.start(batch, sender);
        await().atMost(Duration.ofSeconds(60)).until(() -> batches.find(batch, sender).state(),
                Batch.State.DONE::equals);
        TestSignIn.as(application, sender);

        BatchView view = navigate(BatchView.class, Map.of("id", batch.value()));

        assertThat(view.getElement().getTextRecursively()).contains("Nothing was imported. 1 row has something wrong")
                .doesNotContain("Nothing was missing");
    }

    @Test
    void saysOfACancelledBatchThatItsFilesAreLeftOutNotThatTheyWait() throws IOException {
        Reader sender = TestPeople.contributor(application);
        BatchId batch = batches.open(sender);
        for (int i = 0; i < MANY; i++) {
            batches.receive(batch, new Upload("paper-" + i + ".txt",
                    new ByteArrayInputStream(("What paper " + i + " says.").getBytes(StandardCharsets.UTF_8))), sender);
        }
        batches.check(batch, "Papers", false, sender);
        batches.start(batch, sender);
        TestSignIn.as(application, sender);
        BatchView view = navigate(BatchView.class, Map.of("id", batch.value()));
        assertThat(text(view)).contains("Waiting").doesNotContain("Left out");

        batches.cancel(batch, sender);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> batches.progress(batches.find(batch, sender)).underWay() == 0);
        view.look();

        assertThat(text(view)).contains("Left out", "materials were imported and stay").doesNotContain("Waiting");
    }

    @Test
    void leadsToAMaterialWithNearlyTheSameTextAsAFileThatWasRead() throws IOException {
        Reader sender = TestPeople.contributor(application);
        BatchId batch = batches.open(sender);
        String text = MadeTexts.words(70_000, 500);
        batches.receive(batch, upload("minutes.txt", text), sender);
        batches.receive(batch, upload("minutes-final.txt", text + " With one more sentence."), sender);
        batches.receive(batch, upload("agenda.txt", MadeTexts.words(70_001, 500)), sender);
        batches.check(batch, "Minutes", false, sender);
        batches.start(batch, sender);
        await().atMost(Duration.ofSeconds(60)).until(() -> batches.find(batch, sender).state(),
                Batch.State.DONE::equals);
        TestSignIn.as(application, sender);

        BatchView view = navigate(BatchView.class, Map.of("id", batch.value()));

        assertThat(text(view)).containsOnlyOnce("Nearly the same text as minutes-final")
                .contains("Nearly the same text as minutes ").doesNotContain("Nearly the same text as agenda");
    }

    private static Upload upload(String name, String content) {
        return new Upload(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(BatchView view) {
        return view.getElement().getTextRecursively();
    }

    @Test
    void saysHowFastItIsInNumbersThatMeanSomething() {
        assertThat(said(2.34, 1_500_000, Duration.ofSeconds(40)))
                .endsWith("2.3 files and 1.5 MB a second · about 40 seconds left");
        assertThat(said(0.05, 100_000, Duration.ofMinutes(20)))
                .endsWith("3 files and 6 MB a minute · about 20 minutes left");
        assertThat(said(1 / 60.0, 100, Duration.ofHours(5))).endsWith("1 file and 6 kB a minute · about 5 hours left");
    }

    @Test
    void saysHowLongItWillTakeAsExactlyAsAnybodyCan() {
        assertThat(said(0, 0, null)).endsWith("How long it will take cannot be said yet.");
        assertThat(said(0, 0, Duration.ZERO)).endsWith("almost done");
        assertThat(said(0, 0, Duration.ofSeconds(1))).endsWith("about 1 second left");
        assertThat(said(0, 0, Duration.ofSeconds(89))).endsWith("about 89 seconds left");
        assertThat(said(0, 0, Duration.ofSeconds(90))).endsWith("about 2 minutes left");
        assertThat(said(0, 0, Duration.ofMinutes(119))).endsWith("about 119 minutes left");
        assertThat(said(0, 0, Duration.ofMinutes(170))).endsWith("about 3 hours left");
    }

    private static String said(double files, double bytes, @Nullable Duration left) {
        Instant now = Instant.now();
        ProgressCard card = new ProgressCard();
        card.show(
                new Batch(new BatchId("abcdefghij"), new AccountId(1), "", Batch.State.RUNNING, false, null, null, null,
                        0, null,
                        null, null, now, now, now, null),
                new Progress(4, Map.of(Plan.CREATE, 4L), 3, 1, 0,
                        Map.of(BatchFile.State.WAITING, 3L, BatchFile.State.DONE, 1L), 1, 4_000, 1_000, files, bytes,
                        left));
        return card.getElement().getTextRecursively();
    }
}
