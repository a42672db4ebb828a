package eu.counterpoint.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of the jobs fit db-scheduler, and a job is as durable as the transaction it was scheduled in. */
class JobTablesTest {

    private static final TaskDescriptor<String> GREET = TaskDescriptor.of("greet", String.class);

    private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2)
            .generateUniqueName(true).build();
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final List<String> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        database.shutdown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scheduled_tasks", "extraction_jobs"})
    void aJobLivesAndDiesWithTheTransactionItWasScheduledIn(String table) {
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V3__jobs.sql")).execute(database);
        OneTimeTask<String> greet = Tasks.oneTime(GREET).execute((job, context) -> done.add(job.getId()));
        Scheduler scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(database), greet).tableName(table)
                .pollingInterval(Duration.ofMillis(50)).alwaysPersistTimestampInUTC().threads(1).build();

        transaction.executeWithoutResult(status -> {
            scheduler.scheduleIfNotExists(GREET.instance("rolled back").data("a").scheduledTo(Instant.now()));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> {
            scheduler.scheduleIfNotExists(GREET.instance("committed").data("b").scheduledTo(Instant.now()));
            scheduler.scheduleIfNotExists(GREET.instance("committed").data("b").scheduledTo(Instant.now()));
        });
        scheduler.start();
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> rows(table) == 0);
            assertThat(done).containsExactly("committed");
        } finally {
            scheduler.stop();
        }
    }

    private int rows(String table) {
        return JdbcClient.create(database).sql("select count(*) from " + table).query(Integer.class).single();
    }
}
