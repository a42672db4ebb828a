package eu.counterpoint.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.library.MaterialId;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.transaction.support.TransactionTemplate;

/** What changes reaches the index for as long as the application runs, also after it had too little memory once. */
class IndexLoopTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final MaterialId HUGE = new MaterialId("huge");

    private final EmbeddedDatabase database = IndexQueueDatabase.empty();
    private final JdbcClient rows = JdbcClient.create(database);
    private final Set<MaterialId> indexed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger looks = new AtomicInteger();
    private final Announcer announcer = new Announcer(null, null);
    private final IndexLoop loop = new IndexLoop(new IndexQueue(rows) {
        @Override
        List<Change> take(int most) {
            if (looks.incrementAndGet() == 1) {
                throw new OutOfMemoryError("for a test");
            }
            return super.take(most);
        }
    }, new Indexer(null, null, null, announcer) {
        @Override
        void index(Collection<MaterialId> ids) {
            if (ids.contains(HUGE)) {
                throw new OutOfMemoryError("for a test");
            }
            indexed.addAll(ids);
        }
    }, announcer, new TransactionTemplate(new DataSourceTransactionManager(database)));

    @BeforeEach
    void start() {
        loop.start();
    }

    @AfterEach
    void stop() {
        loop.stop();
        announcer.destroy();
        database.shutdown();
    }

    @Test
    void goesOnAfterAnErrorAndKeepsNobodyWaitingForAMaterialThatIsTooMuch() {
        change("first");
        change(HUGE.value());
        change("last");
        await().atMost(SOON).untilAsserted(() -> assertThat(indexed).extracting(MaterialId::value)
                .containsExactlyInAnyOrder("first", "last"));
        await().atMost(SOON).untilAsserted(() -> assertThat(rows.sql(
                "select material from index_queue where failures > 0").query(String.class).list())
                .containsExactly(HUGE.value()));
        assertThat(loop.isRunning()).isTrue();
    }

    private void change(String material) {
        rows.sql("insert into index_queue (material, due_at, failures) values (?, ?, 0)")
                .params(material, OffsetDateTime.now(ZoneOffset.UTC)).update();
    }
}
