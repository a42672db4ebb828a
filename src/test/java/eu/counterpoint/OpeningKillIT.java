package eu.counterpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.testing.MortalApplication;
import eu.counterpoint.testing.Pdfs;
import eu.counterpoint.testing.RestClient;
import eu.counterpoint.testing.WithMortalApplication;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that was being opened with its password when the process was killed is encrypted again, and may be opened then. */
@Tag("once")
@WithMortalApplication
class OpeningKillIT {

    private static final String SECRET = "a password that nobody else has 4711";
    private static final String WORD = "behindthelock";
    /** Enough to keep a worker busy for some seconds. */
    private static final int PAGES = 1_500;
    private static final Duration AT_WORK = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    @Test
    void aKillWhileAFileIsOpenedLeavesItEncryptedAndThePasswordNowhere(MortalApplication application)
            throws Exception {
        Path pdf = Files.write(folder.resolve("locked.pdf"), Pdfs.locked(PAGES, "Words " + WORD, SECRET));
        RestClient client = RestClient.asAdmin(application::uri);
        String id = client.upload("/api/materials?publish=true", null, List.of(pdf)).expect(201).json().get("id")
                .asString();
        awaitOutcome(client, id, "encrypted");
        Duration before = timeOfIdleWorkers(application);
        CompletableFuture<Integer> answered = CompletableFuture
                .supplyAsync(() -> client.post(password(client, id), json()).status());
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20))
                .until(() -> timeOfWorkers(application).compareTo(before.plus(AT_WORK)) > 0);
        application.kill();
        assertThat(answered).failsWithin(PATIENCE);

        application.startAgain();
        assertThat(outcome(client, id)).isEqualTo("encrypted");
        assertThat(filesWithThePassword(application.home())).isEmpty();

        assertThat(client.post(password(client, id), json()).status()).isIn(200, 202);
        awaitOutcome(client, id, "extracted");
        await().atMost(PATIENCE)
                .until(() -> client.get("/api/search?q=" + WORD).expect(200).json().get("total").asInt() == 1);
        assertThat(filesWithThePassword(application.home())).isEmpty();
    }

    private static Duration timeOfWorkers(MortalApplication application) {
        return application.process().descendants()
                .map(worker -> worker.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Once they have all started and none has anything to do. */
    private static Duration timeOfIdleWorkers(MortalApplication application) {
        AtomicReference<Duration> last = new AtomicReference<>(Duration.ofSeconds(-1));
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            Duration now = timeOfWorkers(application);
            return now.minus(last.getAndSet(now)).toMillis() < AT_WORK.toMillis() / 10;
        });
        return last.get();
    }

    private static List<Path> filesWithThePassword(Path home) throws Exception {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile).filter(file -> {
                try {
                    return Files.readString(file, StandardCharsets.ISO_8859_1).contains(SECRET);
                } catch (java.io.IOException gone) {
                    return false;
                }
            }).toList();
        }
    }

    private static String json() {
        return "{\"password\": \"" + SECRET + "\"}";
    }

    private static String password(RestClient client, String id) {
        return "/api/materials/" + id + "/files/" + client.get("/api/materials/" + id).expect(200).json().get("files")
                .get(0).get("id").asString() + "/password";
    }

    private static String outcome(RestClient client, String id) {
        return client.get("/api/materials/" + id).expect(200).json().get("files").get(0).get("outcome").asString();
    }

    private static void awaitOutcome(RestClient client, String id, String outcome) {
        await().atMost(PATIENCE).until(() -> outcome(client, id).equals(outcome));
    }
}
