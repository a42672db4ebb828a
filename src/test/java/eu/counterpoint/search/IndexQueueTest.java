package eu.counterpoint.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;

/** What the queue knows of changes that are about to come. */
class IndexQueueTest {

    private static final Duration LATER = Duration.ofMinutes(1);

    private final EmbeddedDatabase database = IndexQueueDatabase.empty();
    private final JdbcClient rows = JdbcClient.create(database);
    private final IndexQueue queue = new IndexQueue(rows);

    @AfterEach
    void close() {
        database.shutdown();
    }

    @Test
    void expectsMoreWhereAMaterialWaitsForItsText() {
        assertThat(queue.expectsMore()).isFalse();
        row("read", Duration.ZERO.minus(LATER), 0);
        assertThat(queue.expectsMore()).as("what is due is there already").isFalse();
        row("read", LATER, 0);
        assertThat(queue.expectsMore()).as("its text has come").isFalse();
        row("in-vain", LATER, 1);
        assertThat(queue.expectsMore()).as("it is tried again later").isFalse();
        row("reading", LATER, 0);
        assertThat(queue.expectsMore()).isTrue();
    }

    private void row(String material, Duration due, int failures) {
        rows.sql("insert into index_queue (material, due_at, failures) values (?, ?, ?)")
                .params(material, OffsetDateTime.now(ZoneOffset.UTC).plus(due), failures).update();
    }
}
