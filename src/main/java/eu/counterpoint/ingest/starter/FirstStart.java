package eu.counterpoint.ingest.starter;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import eu.counterpoint.library.Library;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives an empty library its starter collection, once and for all, in a job that survives a crash. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("counterpoint.starter-collection")
class FirstStart {

    private static final String NAME = "starter-collection";
    private static final TaskDescriptor<Void> LOAD = TaskDescriptor.of(NAME);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);

    private final Library library;
    private final JdbcClient database;
    private final ObjectProvider<Scheduler> scheduler;

    FirstStart(Library library, JdbcClient database, ObjectProvider<Scheduler> scheduler) {
        this.library = library;
        this.database = database;
        this.scheduler = scheduler;
    }

    @Bean
    static Task<Void> starterCollectionTask(StarterCollection collection, JdbcClient database) {
        return Tasks.oneTime(LOAD).onDeadExecutionRevive().onFailure((end, job) -> {
            log.warn("The starter collection could not be loaded; it is tried again in {} s", PAUSE.toSeconds(),
                    end.getCause().orElse(null));
            job.reschedule(end, Instant.now().plus(PAUSE));
        }).execute((job, context) -> {
            try {
                collection.load();
                remember(database);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (isRemembered(database)) {
            return;
        }
        SchedulerClient jobs = scheduler.getObject();
        if (library.count() == 0) {
            jobs.scheduleIfNotExists(LOAD.instance(NAME).scheduledTo(Instant.now()));
        } else if (jobs.getScheduledExecution(LOAD.instanceId(NAME)).isEmpty()) {
            remember(database); // somebody has begun without it
        }
    }

    private static boolean isRemembered(JdbcClient database) {
        return database.sql("select count(*) from done_once where name = ?").param(NAME).query(Integer.class)
                .single() > 0;
    }

    private static void remember(JdbcClient database) {
        if (!isRemembered(database)) {
            database.sql("insert into done_once (name, done) values (?, ?)").params(NAME,
                    OffsetDateTime.now(ZoneOffset.UTC)).update();
        }
    }
}
