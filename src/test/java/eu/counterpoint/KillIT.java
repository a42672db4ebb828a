package eu.counterpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.testing.MortalApplication;
import eu.counterpoint.testing.RestClient;
import eu.counterpoint.testing.RunningApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a person was told is kept, whatever happens to the process. */
@Tag("once")
@ExtendWith(MortalApplication.Lent.class)
class KillIT {

    private static final int FILES = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    @Test
    void aKillInTheMiddleOfIngestionAndAStartBesideTheRunningOneLoseNothingAndDoNothingTwice(
            MortalApplication application) throws Exception {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        RestClient client = RestClient.asAdmin(application::uri);
        try (ExecutorService senders = Executors.newFixedThreadPool(3)) {
            for (int i = 0; i < FILES; i++) {
                Path file = document(i);
                senders.execute(() -> {
                    try {
                        var answer = client.upload("/api/materials?publish=true", "{\"organisation\":\"Killed once\"}",
                                List.of(file));
                        if (answer.status() == 201) {
                            told.add(answer.json().get("id").asString());
                        }
                    } catch (RuntimeException cutOff) {
                        // The kill came first: this one was never told that its file was received.
                    }
                });
            }
            await().atMost(PATIENCE).until(() -> told.size() >= FILES / 2);
            application.kill();
        }
        assertThat(told).hasSizeGreaterThanOrEqualTo(FILES / 2);
        application.startAgain();
        for (String id : List.copyOf(told)) {
            patiently().untilAsserted(() -> assertThat(outcomes(client, id)).containsExactly("extracted"));
        }
        // Whoever was told is found, each once; one that was kept just before the kill, without an answer, may be there too.
        patiently().untilAsserted(() -> assertThat(found(client)).containsAll(told));
        assertThat(found(client)).doesNotHaveDuplicates();
        for (String id : told) {
            String word = word(client, id);
            patiently().untilAsserted(
                    () -> assertThat(client.get("/api/search?q=" + word).expect(200).json().get("total").asInt())
                            .as("materials with the word %s", word).isEqualTo(1));
            assertThat(client.get("/api/search?q=" + word).json().get("hits").get(0).get("passages"))
                    .as("passages with the word %s", word).hasSize(1);
        }
        assertASecondOneSaysWhyItDoesNotStart(application);
    }

    private static void assertASecondOneSaysWhyItDoesNotStart(MortalApplication first) throws IOException {
        Path home = first.home();
        Path console = home.resolve("console.txt");
        long before = Files.size(console);
        assertThatThrownBy(() -> RunningApplication.startBriefly(home)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ended with 1");
        assertThat(Files.readString(console).substring((int) before))
                .contains("Another Counterpoint is already running").contains(home.toAbsolutePath().toString())
                .doesNotContain("\tat ");
        assertThat(first.process().isAlive()).isTrue();
    }

    /** Without a pause before the first look: most of what is asked about is there already. */
    private static ConditionFactory patiently() {
        return await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(100));
    }

    private Path document(int number) throws IOException {
        return Files.writeString(folder.resolve("document-" + number + ".txt"),
                "What we learned in the workshop. The word of this document is uniqueword" + number + "x.\n");
    }

    private static List<String> outcomes(RestClient client, String id) {
        return client.get("/api/materials/" + id).expect(200).json().get("files").valueStream()
                .map(file -> file.get("outcome").asString()).toList();
    }

    private static List<String> found(RestClient client) {
        JsonNode hits = client.get("/api/search?q=killed+once&size=100").expect(200).json().get("hits");
        return hits.valueStream().map(hit -> hit.get("id").asString()).toList();
    }

    private static String word(RestClient client, String id) {
        String name = client.get("/api/materials/" + id).expect(200).json().get("files").get(0).get("name").asString();
        return "uniqueword" + name.replaceAll("\\D", "") + "x";
    }
}
