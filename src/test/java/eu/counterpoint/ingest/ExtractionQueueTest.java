package eu.counterpoint.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import eu.counterpoint.ingest.ExtractionQueue.Work;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.MaterialId;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.util.unit.DataSize;

/** Jobs that wait since an older version, or whose application died. */
class ExtractionQueueTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final MaterialId MATERIAL = new MaterialId("some-material");
    /** Which instance has picked a job. */
    private static final String GONE = "an instance that is gone";

    private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2)
            .generateUniqueName(true).build();
    private final JdbcClient jobs = JdbcClient.create(database);
    private final LastTries lastTries = new LastTries();
    private final List<ExtractionQueue> queues = new ArrayList<>();
    private final List<Attempt> seen = new CopyOnWriteArrayList<>();

    @BeforeEach
    void tables() {
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V3__jobs.sql")).execute(database);
    }

    @AfterEach
    void close() {
        queues.forEach(ExtractionQueue::stop);
        database.shutdown();
    }

    @Test
    void runsAJobOfAnOlderVersionWithWhatThatHadCounted() {
        add("extraction_jobs", Serializer.DEFAULT_JAVA_SERIALIZER.serialize(203), null);
        ExtractionQueue queue = queue("extraction_jobs", (material, file, attempt) -> seen.add(attempt));
        assertThat(queue.files()).hasSize(1);

        queue.start();

        await().atMost(PATIENCE).until(() -> rows() == 0);
        assertThat(seen).containsExactly(new Attempt(3, 2, 0));
    }

    @Test
    void countsHowOftenTheApplicationDied() {
        add("extraction_jobs", Attempt.FIRST, GONE);
        add("extraction_jobs", new Attempt(1, 1, 2), GONE);

        queue("extraction_jobs", (material, file, attempt) -> seen.add(attempt)).start();

        await().atMost(PATIENCE).until(() -> rows() == 0);
        assertThat(seen).containsExactlyInAnyOrder(new Attempt(0, 0, 1), new Attempt(1, 1, 3));
    }

    @Test
    void countsAnewWhenTheApplicationHasOutlivedSomething() {
        add("extraction_jobs", new Attempt(0, 0, 1), null);

        queue("extraction_jobs", (material, file, attempt) -> {
            seen.add(attempt);
            if (seen.size() == 1) {
                throw new WorkerLostException("once", false);
            }
        }).start();

        await().atMost(PATIENCE).until(() -> rows() == 0);
        assertThat(seen).containsExactly(new Attempt(0, 0, 1), new Attempt(1, 0, 0));
    }

    @Test
    void blamesNoFileForTheSleepOfALaptop() {
        CountDownLatch awake = new CountDownLatch(1);
        add("extraction_jobs", Attempt.FIRST, null);
        queue("extraction_jobs", (material, file, attempt) -> {
            seen.add(attempt);
            if (seen.size() == 1) {
                awake.await();
            }
        }).start();
        await().atMost(PATIENCE).until(() -> seen.size() == 1);

        // The next version, so that the heart does not beat again before anybody has seen that it stood still.
        jobs.sql("update extraction_jobs set last_heartbeat = ?, version = version + 1").param(old()).update();

        await().atMost(PATIENCE).until(() -> rows() == 0);
        awake.countDown();
        assertThat(seen).containsExactly(Attempt.FIRST, Attempt.FIRST);
    }

    @Test
    void triesOneFileAfterTheOtherBeforeTheyAreGivenUpWhateverQueueTheyAreIn() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch another = new CountDownLatch(1);
        Work work = (material, file, attempt) -> {
            if (attempt.onLastTry()) {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                another.await();
                running.decrementAndGet();
            }
            seen.add(attempt);
        };
        Attempt last = new Attempt(0, 0, 2);
        for (String table : List.of("extraction_jobs", "extraction_jobs", "scheduled_tasks")) {
            add(table, last, null);
        }
        queue("extraction_jobs", work).start();
        queue("scheduled_tasks", work).start();
        await().atMost(PATIENCE).until(() -> running.get() > 0);

        add("extraction_jobs", Attempt.FIRST, null);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(seen).as("it waits for nobody")
                .containsExactly(Attempt.FIRST));
        another.countDown();
        await().atMost(PATIENCE).until(() -> rows() == 0);
        assertThat(seen).containsExactly(Attempt.FIRST, last, last, last);
        assertThat(most).hasValue(1);
    }

    private ExtractionQueue queue(String table, Work work) {
        DbSchedulerProperties often = new DbSchedulerProperties();
        often.setPollingInterval(Duration.ofMillis(50));
        often.setHeartbeatInterval(Duration.ofMillis(100));
        often.setMissedHeartbeatsLimit(4);
        ExtractionQueue queue = new ExtractionQueue("read-file", table, 4, work,
                new IngestSettings(DataSize.ofMegabytes(1), Duration.ofMillis(10)), lastTries, often, database);
        queues.add(queue);
        return queue;
    }

    private void add(String table, Attempt data, @Nullable String pickedBy) {
        add(table, new AttemptSerializer().serialize(data), pickedBy);
    }

    /** @param pickedBy null for a job that waits; the heart of any other has stood still for long */
    private void add(String table, byte[] data, @Nullable String pickedBy) {
        jobs.sql("insert into " + table + """
                 (task_name, task_instance, task_data, execution_time, picked, picked_by, last_heartbeat, version)
                values ('read-file', :job, :data, :due, :picked, :by, :heartbeat, 1)""")
                .param("job", new JobId(MATERIAL, new FileId(1), UUID.randomUUID()).text()).param("data", data)
                .param("due", old()).param("picked", pickedBy != null).param("by", pickedBy)
                .param("heartbeat", pickedBy == null ? null : old()).update();
    }

    private static OffsetDateTime old() {
        return OffsetDateTime.now(ZoneOffset.UTC).minusHours(1);
    }

    private int rows() {
        return jobs.sql("select (select count(*) from extraction_jobs) + (select count(*) from scheduled_tasks)")
                .query(Integer.class).single();
    }
}
