package eu.counterpoint.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** What can wait does so while files are there to be read. */
class ReadingLoadTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2)
            .generateUniqueName(true).build();
    private final JdbcClient jobs = JdbcClient.create(database);

    @BeforeEach
    void tables() {
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V3__jobs.sql")).execute(database);
    }

    @AfterEach
    void close() {
        database.shutdown();
    }

    @Test
    void waitsUntilTheLastFileWasRead() {
        job("now", OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1));

        CompletableFuture<Void> quiet = awaitQuiet();

        await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> !quiet.isDone());
        jobs.sql("delete from extraction_jobs").update();
        assertThat(quiet).succeedsWithin(SOON);
    }

    @Test
    void doesNotWaitForAFileThatRestsUntilLater() {
        job("later", OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(5));
        assertThat(awaitQuiet()).succeedsWithin(SOON);
    }

    private CompletableFuture<Void> awaitQuiet() {
        return CompletableFuture.runAsync(() -> {
            try {
                new ReadingLoad(jobs).awaitQuiet();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void job(String name, OffsetDateTime due) {
        jobs.sql("""
                insert into extraction_jobs (task_name, task_instance, execution_time, picked, version)
                values ('read-file', ?, ?, false, 1)""").params(name, due).update();
    }
}
