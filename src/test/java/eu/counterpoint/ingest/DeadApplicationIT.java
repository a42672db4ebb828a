package eu.counterpoint.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.NewFile;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.testing.WholeApplication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that an application was reading when it died: another one finds their jobs. */
@WholeApplication
class DeadApplicationIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Autowired
    private ApplicationContext application;
    @Autowired
    private Intake intake;
    @Autowired
    private Library library;
    @Autowired
    private RecognitionQueue scans;
    @Autowired
    private Advice advice;
    @Autowired
    private JdbcClient database;
    @Autowired
    private TransactionTemplate transaction;

    private Reader owner;

    @BeforeEach
    void owner() {
        owner = TestPeople.contributor(application);
    }

    @Test
    void areReadByTheNextOne() throws IOException {
        MaterialId id = leftBehind(Attempt.FIRST);
        await().atMost(PATIENCE).until(() -> file(id).outcome() == Outcome.EXTRACTED);
    }

    @Test
    void areGivenUpAfterTheThirdAndReadAgainWhereSomebodyWantsThat() throws IOException {
        MaterialId id = leftBehind(new Attempt(0, 0, 2));
        MaterialId next = create(kept());

        await().atMost(PATIENCE).until(() -> file(id).outcome() != Outcome.PENDING);
        assertThat(file(id).outcome()).isEqualTo(Outcome.CRASHED);
        assertThat(file(id).reason()).isEqualTo(GivenUp.REASON);
        assertThat(advice.why(file(id), Locale.ENGLISH)).contains("stopped several times while it was reading");
        assertThat(advice.todo(file(id), Locale.ENGLISH)).contains("read it again");
        await().atMost(PATIENCE).until(() -> jobs("extraction_jobs", id) == 0);
        await().atMost(PATIENCE).until(() -> file(next).outcome() == Outcome.EXTRACTED);

        assertThat(intake.retry(id, file(id).id(), owner)).isTrue();
        await().atMost(PATIENCE).until(() -> file(id).outcome() == Outcome.EXTRACTED);
    }

    @Test
    void keepTheirTextWhereTheirScansAreGivenUp() throws IOException {
        MaterialId id = create(kept());
        await().atMost(PATIENCE).until(() -> file(id).outcome() == Outcome.EXTRACTED);
        MaterialFile read = file(id);

        transaction.executeWithoutResult(status -> {
            scans.enqueue(id, read.id());
            leave("recognition_jobs", id, new Attempt(0, 0, 2));
        });

        await().atMost(PATIENCE).until(() -> file(id).outcome() == Outcome.CRASHED);
        assertThat(file(id).reason()).isEqualTo(GivenUp.REASON);
        assertThat(file(id).extractor()).isEqualTo(read.extractor());
        assertThat(file(id).characters()).isEqualTo(read.characters()).isPositive();
        assertThat(file(id).detectedLanguage()).isEqualTo(read.detectedLanguage());
        await().atMost(PATIENCE).until(() -> jobs("recognition_jobs", id) == 0);
    }

    private NewFile kept() throws IOException {
        return intake.keep(new Upload("report.txt",
                new ByteArrayInputStream("What we learned in the workshops with young people."
                        .getBytes(StandardCharsets.UTF_8))));
    }

    private MaterialId create(NewFile file) {
        return intake.create(Description.EMPTY, List.of(file), owner).id();
    }

    /** Nobody sees the job before it has been picked by somebody who is gone. */
    private MaterialId leftBehind(Attempt before) throws IOException {
        NewFile file = kept();
        return transaction.execute(status -> {
            MaterialId id = create(file);
            leave("extraction_jobs", id, before);
            return id;
        });
    }

    private void leave(String table, MaterialId id, Attempt before) {
        assertThat(database.sql("update " + table + """
                 set picked = true, picked_by = 'an instance that is gone', last_heartbeat = :old, task_data = :data
                where task_instance like :job""").param("old", OffsetDateTime.now(ZoneOffset.UTC).minusHours(1))
                .param("data", new AttemptSerializer().serialize(before)).param("job", id.value() + ":%").update())
                .isOne();
    }

    private int jobs(String table, MaterialId id) {
        return database.sql("select count(*) from " + table + " where task_instance like ?").param(id.value() + ":%")
                .query(Integer.class).single();
    }

    private MaterialFile file(MaterialId id) {
        return library.find(id).orElseThrow().files().getFirst();
    }
}
