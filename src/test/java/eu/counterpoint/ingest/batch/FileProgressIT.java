package eu.counterpoint.ingest.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.ingest.Upload;
import eu.counterpoint.testing.WholeApplication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is said of a batch that runs: how fast it is, and how long it will take. */
@WholeApplication
class FileProgressIT {

    private static final long BYTES = 1_000;

    @Autowired
    private ApplicationContext application;
    @Autowired
    private Batches batches;
    @Autowired
    private BatchTable table;
    @Autowired
    private RowTable rows;
    @Autowired
    private FileProgress files;
    @Autowired
    private JdbcClient database;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final BatchId id = BatchId.next();
    private int last;

    @Test
    void nobodyCanSayHowLongItWillTakeBeforeAnythingIsDone() {
        batch("RUNNING", ago(30));
        waiting(40, true);
        Progress progress = progress();
        assertThat(progress.files()).isEqualTo(40);
        assertThat(progress.files(BatchFile.State.WAITING)).isEqualTo(40);
        assertThat(progress.filesSettled()).isZero();
        assertThat(progress.bytesSettled()).isZero();
        assertThat(progress.bytes()).isEqualTo(40 * BYTES);
        assertThat(progress.filesPerSecond()).isZero();
        assertThat(progress.bytesPerSecond()).isZero();
        assertThat(progress.left()).isNull();
    }

    @Test
    void countsWhatIsLeftAtTheRateSinceItsBeginning() {
        batch("RUNNING", ago(30));
        done(10, true, ago(20));
        waiting(30, true);
        Progress progress = progress();
        assertThat(progress.filesSettled()).isEqualTo(10);
        assertThat(progress.bytesSettled()).isEqualTo(10 * BYTES);
        assertThat(progress.filesPerSecond()).isEqualTo(10 / 30.0, within(1e-9));
        assertThat(progress.bytesPerSecond()).isEqualTo(10 * BYTES / 30.0, within(1e-6));
        assertThat(progress.left()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void countsWhatIsLeftAtTheRateOfTheLastMinute() {
        batch("RUNNING", ago(3_600));
        done(500, true, ago(61));
        done(30, true, ago(59));
        waiting(30, true);
        assertThat(progress().filesPerSecond()).isEqualTo(0.5, within(1e-9));
        assertThat(progress().left()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void saysNothingOfARateWhileItRestsAndForgetsTheOldOneWhenItGoesOn() {
        batch("PAUSED", ago(3_600));
        done(30, true, ago(5));
        waiting(30, true);
        assertThat(progress().filesPerSecond()).isZero();
        assertThat(progress().left()).isNull();
        assertThat(progress().filesSettled()).isEqualTo(30);

        table.running(id, ago(4));
        assertThat(progress().filesPerSecond()).as("of what was read during the pause").isZero();
        assertThat(progress().left()).isNull();
        done(2, true, ago(1));
        assertThat(progress().filesPerSecond()).isEqualTo(0.5, within(1e-9));
        assertThat(progress().left()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void saysNothingOfARateOnceItHasEnded() {
        batch("CANCELLED", ago(30));
        done(10, true, ago(20));
        waiting(30, true);
        assertThat(progress().filesPerSecond()).isZero();
        assertThat(progress().left()).isNull();
        assertThat(progress().filesSettled()).isEqualTo(10);
        assertThat(progress().underWay()).as("nobody will read what was not imported").isZero();
    }

    @Test
    void waitsForRecordsWithoutFilesToo() {
        batch("RUNNING", ago(10));
        done(10, true, ago(5));
        done(40, false, ago(5));
        waiting(1, true);
        waiting(499, false);
        assertThat(progress().left()).as("50 rows in ten seconds, 500 are left").isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void isAlmostDoneWhenNothingIsLeft() {
        batch("RUNNING", ago(10));
        done(10, true, ago(5));
        assertThat(progress().left()).isZero();
    }

    @Test
    void countsFilesOfRowsThatCannotBeImportedAsSoonAsThatIsKnown() throws IOException {
        Reader sender = TestPeople.contributor(application);
        BatchId sent = sent(sender, "key,title,files\n1,The first,a.txt\n2,The second,b.txt\n");
        table.running(sent, ago(10));
        rows.failed(sent, rows.take(sent, 1).getFirst(), List.of(new Fault("", "It cannot be.")), ago(5));
        Progress progress = files.of(batches.find(sent, sender), now);
        assertThat(progress.files(BatchFile.State.FAILED)).isOne();
        assertThat(progress.files(BatchFile.State.WAITING)).isOne();
        assertThat(progress.filesPerSecond()).isEqualTo(0.1, within(1e-9));
        assertThat(progress.left()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void measuresItsRateAnewAfterTheApplicationWasAway(@Autowired Scheduler scheduler) throws IOException {
        Reader sender = TestPeople.contributor(application);
        BatchId stopped = sent(sender, "key,title\n1,Stopped\n");
        table.running(stopped, ago(600));
        scheduler.scheduleIfNotExists(BatchTasks.IMPORT.instance(BatchTasks.job(stopped)).build(), ago(500));

        BatchId killed = sent(sender, "key,title\n1,Killed\n");
        table.running(killed, ago(600));
        database.sql(
                """
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat,
                        version, priority) values (?, ?, ?, true, 'an instance that is gone', ?, 1, 50)""")
                .params(BatchTasks.IMPORT.getTaskName(), BatchTasks.job(killed), BatchTable.time(ago(500)),
                        BatchTable.time(ago(500)))
                .update();

        for (BatchId batch : List.of(stopped, killed)) {
            await().atMost(Duration.ofSeconds(90)).until(() -> batches.find(batch, sender).state(),
                    Batch.State.DONE::equals);
            assertThat(batches.find(batch, sender).runningSince()).isAfterOrEqualTo(now);
        }
    }

    private Progress progress() {
        return files.of(table.find(id).orElseThrow(), now);
    }

    private Instant ago(long seconds) {
        return now.minusSeconds(seconds);
    }

    private void batch(String state, Instant runningSince) {
        database.sql("""
                insert into batches (id, owner_id, name, state, publish, unnamed, created_at, started_at, running_since)
                values (?, 4711, 'Counted', ?, false, 0, ?, ?, ?)""")
                .params(id.value(), state, BatchTable.time(runningSince), BatchTable.time(runningSince),
                        BatchTable.time(runningSince))
                .update();
    }

    private void waiting(int many, boolean withFile) {
        for (int i = 0; i < many; i++) {
            row("WAITING", null);
            if (withFile) {
                file(null, null);
            }
        }
    }

    /** Whose files were taken off their materials since, so that there is nothing to look up. */
    private void done(int many, boolean withFile, Instant when) {
        for (int i = 0; i < many; i++) {
            row("DONE", when);
            if (withFile) {
                file(-1L - last, when);
            }
        }
    }

    private void row(String state, Instant when) {
        database.sql("""
                insert into batch_rows (batch_id, row_number, row_key, title, plan, state, done_at)
                values (?, ?, '', 'A row', 'CREATE', ?, ?)""").param(1, id.value()).param(2, ++last).param(3, state)
                .param(4, when == null ? null : BatchTable.time(when)).update();
    }

    private void file(Long material, Instant when) {
        database.sql("""
                insert into batch_files (batch_id, row_number, name, sha256, bytes, material_file, settled_at)
                values (?, ?, 'a file', 'none', ?, ?, ?)""").param(1, id.value()).param(2, last).param(3, BYTES)
                .param(4, material).param(5, when == null ? null : BatchTable.time(when)).update();
    }

    private BatchId sent(Reader sender, String manifest) throws IOException {
        BatchId batch = batches.open(sender);
        batches.receiveManifest(batch, upload("t.csv", manifest), sender);
        for (String name : List.of("a.txt", "b.txt")) {
            batches.receive(batch, upload(name, "What " + name + " says."), sender);
        }
        batches.check(batch, null, false, sender);
        return batch;
    }

    private static Upload upload(String name, String content) {
        return new Upload(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
