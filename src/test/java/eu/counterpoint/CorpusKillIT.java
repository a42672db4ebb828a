package eu.counterpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.testing.Corpus;
import eu.counterpoint.testing.MortalApplication;
import eu.counterpoint.testing.RestClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A process killed while it reads real files, some of them broken on purpose, and a sender who just sends again. */
@Tag("once")
@ExtendWith(MortalApplication.Lent.class)
class CorpusKillIT {

    private static final String MARKER = "corpusthatwaskilledonce";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Test
    void endsAsIfNothingHadHappened(MortalApplication application) throws Exception {
        List<Path> files = Corpus.files();
        Map<String, String> ids = new ConcurrentHashMap<>();
        RestClient client = RestClient.asAdmin(application::uri);
        try (ExecutorService senders = Executors.newFixedThreadPool(2)) {
            files.forEach(file -> senders.execute(() -> {
                try {
                    send(client, file, ids);
                } catch (RuntimeException cutOff) {
                    // The kill came first. Whether the file was kept, the sender does not know.
                }
            }));
            await().atMost(PATIENCE).until(() -> ids.size() >= files.size() / 2);
            application.kill();
        }
        assertThat(ids).as("what was told before the kill").hasSizeLessThan(files.size());
        Map<String, String> told = Map.copyOf(ids);

        application.startAgain();
        files.forEach(file -> send(client, file, ids));

        assertThat(ids).as("what was told stays true").containsAllEntriesOf(told);
        assertThat(outcomesUnlike(Corpus.outcomes(), client, ids)).isEmpty();
        await().atMost(PATIENCE).untilAsserted(
                () -> assertThat(client.found(MARKER)).containsExactlyInAnyOrderElementsOf(ids.values()));
    }

    /** Under the same key each time, so that nothing is done twice. */
    private static void send(RestClient client, Path file, Map<String, String> ids) {
        String name = file.getFileName().toString();
        JsonNode record = client.upload("/api/materials?publish=true", "{\"organisation\": \"" + MARKER + "\"}",
                List.of(file), "Idempotency-Key", Integer.toHexString(name.hashCode()) + "-" + name.length())
                .expect(201).json();
        ids.put(name, record.get("id").asString());
    }

    private static Map<String, String> outcomesUnlike(Map<String, Set<String>> right, RestClient client,
            Map<String, String> ids) {
        Map<String, String> different = new TreeMap<>();
        ids.forEach((name, id) -> {
            String outcome = await().atMost(PATIENCE).until(() -> outcome(client, id), o -> !o.equals("pending"));
            if (!right.get(name).contains(outcome)) {
                different.put(name, outcome + " instead of " + right.get(name));
            }
        });
        return different;
    }

    private static String outcome(RestClient client, String id) {
        JsonNode files = client.get("/api/materials/" + id).expect(200).json().get("files");
        assertThat(files.size()).isOne();
        return files.get(0).get("outcome").asString();
    }
}
