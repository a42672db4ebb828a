package eu.counterpoint.ingest;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether files wait to be read or are being read, on whatever instance. */
@Component
class ReadingLoad {

    private static final Duration LOOK = Duration.ofMillis(500);

    /** Then something else may have its turn: a library that takes files all day long has covers, too, if fewer. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final JdbcClient database;

    ReadingLoad(JdbcClient database) {
        this.database = database;
    }

    /** Waits until there is nothing to read, or a minute. A file that rests until it is tried again does not count. */
    void awaitQuiet() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (isBusy() && System.nanoTime() < end) {
            Thread.sleep(LOOK);
        }
    }

    private boolean isBusy() {
        return !database.sql("select task_instance from extraction_jobs where execution_time <= :now limit 1")
                .param("now", OffsetDateTime.now(ZoneOffset.UTC)).query(String.class).list().isEmpty();
    }
}
