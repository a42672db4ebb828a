package eu.counterpoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.account.Role;
import eu.counterpoint.exchange.Caller.Form;
import eu.counterpoint.library.Library;
import eu.counterpoint.testing.RestClient.Answer;
import eu.counterpoint.testing.WholeApplication;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplication
class IdempotencyIT {

    private static final String METADATA = "{\"title\": \"Sent more than once\"}";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Library library;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IdempotencyKeys keys;

    private Caller contributor;
    private String key;

    @BeforeEach
    void people() {
        contributor = Caller.with(Role.CONTRIBUTOR, application);
        key = UUID.randomUUID().toString();
    }

    @Test
    void doesOnceWhatIsSentTwice() {
        long before = library.count();

        Answer first = contribute(contributor, METADATA).expect(201);
        Answer second = contribute(contributor, METADATA).expect(201);

        assertThat(second.response().body()).isEqualTo(first.response().body());
        assertThat(second.response().headers().firstValue("Location"))
                .isEqualTo(first.response().headers().firstValue("Location"));
        assertThat(second.response().headers().firstValue("ETag"))
                .isEqualTo(first.response().headers().firstValue("ETag"));
        assertThat(library.count()).isEqualTo(before + 1);
    }

    @Test
    void doesOnceWhatIsSentManyTimesAtOnce() throws Exception {
        long before = library.count();
        int senders = 8;
        var together = new CountDownLatch(senders);
        Callable<Answer> send = () -> {
            together.countDown();
            together.await();
            return contribute(contributor, METADATA);
        };

        try (var executor = Executors.newFixedThreadPool(senders)) {
            List<Answer> answers = executor.invokeAll(IntStream.range(0, senders).mapToObj(n -> send).toList())
                    .stream().map(answer -> answer.resultNow().expect(201)).toList();
            assertThat(answers).extracting(answer -> answer.response().body()).containsOnly(
                    answers.getFirst().response().body());
        }
        assertThat(library.count()).isEqualTo(before + 1);
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        contribute(contributor, METADATA).expect(201);

        Answer other = contribute(contributor, "{\"title\": \"Something else\"}").expect(422);

        assertThat(other.json().get("detail").asString()).contains(key, "new key");
        contributor.post("/api/materials", Form.with(METADATA).file("other.txt", "Another file."), "Idempotency-Key",
                key).expect(422);
    }

    @Test
    void knowsKeysByPerson() {
        Answer mine = contribute(contributor, METADATA).expect(201);
        Answer theirs = contribute(Caller.with(Role.EDITOR, application), METADATA).expect(201);

        assertThat(theirs.json().get("id")).isNotEqualTo(mine.json().get("id"));
    }

    @Test
    void forgetsAfterADay() {
        Answer first = contribute(contributor, METADATA).expect(201);
        jdbc.sql("update idempotency_key set created_at = ? where idempotency_key = ?")
                .params(OffsetDateTime.now().minusHours(25), key).update();

        Answer later = contribute(contributor, METADATA).expect(201);

        assertThat(later.json().get("id")).isNotEqualTo(first.json().get("id"));
        jdbc.sql("update idempotency_key set created_at = ? where idempotency_key = ?")
                .params(OffsetDateTime.now().minusHours(25), key).update();
        assertThat(keys.forgetOld()).isPositive();
    }

    @Test
    void remembersNothingOfWhatWasRefused() {
        contribute(contributor, "{\"kind\": \"poem\"}").expect(400);

        contribute(contributor, METADATA).expect(201);
    }

    @Test
    void addsAFileOnce() {
        String id = contribute(contributor, METADATA).expect(201).json().get("id").asString();
        String files = "/api/materials/" + id + "/files";

        contributor.post(files, new Form().file("once.txt", "once"), "Idempotency-Key", key + "-f").expect(201);
        contributor.post(files, new Form().file("once.txt", "once"), "Idempotency-Key", key + "-f").expect(201);

        assertThat(contributor.get("/api/materials/" + id).json().get("files").size()).as("one.txt and once.txt")
                .isEqualTo(2);
        contributor.post(files, new Form().file("once.txt", "once"), "Idempotency-Key", "x".repeat(256)).expect(400);
    }

    private Answer contribute(Caller by, String metadata) {
        return by.post("/api/materials", Form.with(metadata).file("one.txt", "The same words."), "Idempotency-Key",
                key);
    }
}
