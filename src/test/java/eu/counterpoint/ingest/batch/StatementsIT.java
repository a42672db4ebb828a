package eu.counterpoint.ingest.batch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.ingest.Upload;
import eu.counterpoint.testing.WholeApplication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** How often the database is asked does not grow with what there is to look at. */
@WholeApplication
class StatementsIT {

    /** Where Hibernate and Spring say what they ask. */
    private static final List<String> ASKING = List.of("org.hibernate.SQL",
            "org.springframework.jdbc.core.JdbcTemplate");

    private static final String MARK = "asked-by-the-test";

    @Autowired
    private ApplicationContext application;
    @Autowired
    private Batches batches;

    private final ListAppender<ILoggingEvent> asked = new ListAppender<>();
    private Reader sender;

    @BeforeEach
    void listen() {
        sender = TestPeople.contributor(application);
        asked.start();
        ASKING.stream().map(StatementsIT::logger).forEach(logger -> {
            logger.setLevel(Level.DEBUG);
            logger.addAppender(asked);
            logger.setAdditive(false);
        });
    }

    @AfterEach
    void listenNoMore() {
        ASKING.stream().map(StatementsIT::logger).forEach(logger -> {
            logger.setLevel(null);
            logger.detachAppender(asked);
            logger.setAdditive(true);
        });
    }

    @Test
    void whenAChangedTableIsLookedAt() throws IOException {
        BatchId first = sent(table(40, "as it was"));
        batches.start(first, sender);
        Awaitility.await().atMost(Duration.ofSeconds(60))
                .until(() -> batches.find(first, sender).state() == Batch.State.DONE);
        List<String> few = statements(() -> sent(table(4, "as it is now")));
        assertThat(statements(() -> sent(table(40, "as it is now")))).isEqualTo(few);
    }

    @Test
    void whenBatchesAreListed() throws IOException {
        sent(table(1, "alone"));
        List<String> one = statements(this::listed);
        for (int i = 0; i < 4; i++) {
            sent(table(1, "number " + i));
        }
        assertThat(statements(this::listed)).isEqualTo(one);
    }

    private void listed() {
        var some = batches.list(sender, 0, 10).some();
        assertThat(batches.progress(some).values()).hasSameSizeAs(some)
                .allSatisfy(progress -> assertThat(progress.rows()).isOne());
    }

    private BatchId sent(String table) throws IOException {
        BatchId id = batches.open(sender);
        batches.receiveManifest(id,
                new Upload("t.csv", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8))), sender);
        batches.check(id, null, false, sender);
        return id;
    }

    private static String table(int rows, String summary) {
        return IntStream.range(0, rows).mapToObj(row -> row + ",Record " + row + "," + summary + "\n")
                .collect(Collectors.joining("", "key,title,summary\n", ""));
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Others ask at the same time; only what this thread asks of batches and materials counts. */
    private List<String> statements(Work work) throws IOException {
        asked.list.clear();
        MDC.put(MARK, MARK);
        try {
            work.run();
        } finally {
            MDC.remove(MARK);
        }
        return List.copyOf(asked.list).stream().filter(event -> event.getMDCPropertyMap().containsKey(MARK))
                .map(event -> event.getFormattedMessage().replaceAll("\\?(,\\s*\\?)+", "?").replaceAll("\\s+", " "))
                .filter(message -> message.matches(".*\\b(from|into|update) (batch|material).*")).toList();
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
