package eu.counterpoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.Role;
import eu.counterpoint.exchange.Caller.Form;
import eu.counterpoint.testing.Corpus;
import eu.counterpoint.testing.RestClient;
import eu.counterpoint.testing.WholeApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Real files of many kinds, some of them broken on purpose: none is lost, and each ends as bare Tika says it should. */
@WholeApplication
@Tag("once")
class CorpusIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Autowired
    private ApplicationContext application;

    @Test
    void everyFileEndsWithAnOutcomeAndEveryTextIsFound() throws Exception {
        List<Path> files = Corpus.files();
        Map<String, Set<String>> expected = Corpus.outcomes();
        String marker = "corpus" + UUID.randomUUID().toString().replace("-", "");
        Caller editor = Caller.with(Role.EDITOR, application);

        Map<String, String> ids = send(editor, files, marker);

        Map<String, JsonNode> read = new TreeMap<>();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).until(() -> {
            ids.forEach((name, id) -> read.computeIfAbsent(name, any -> whenRead(editor, id)));
            return read.size() == files.size();
        });
        Map<String, String> different = new TreeMap<>();
        read.forEach((name, file) -> {
            String outcome = file.get("outcome").asString();
            if (!expected.get(name).contains(outcome)) {
                different.put(name, outcome + " instead of " + expected.get(name));
            }
        });
        assertThat(different).isEmpty();
        read.forEach((name, file) -> assertThat(file.get("reason").asString("")).as(name).satisfies(reason -> {
            if (file.get("outcome").asString().equals("extracted")) {
                assertThat(reason).isEmpty();
            } else {
                assertThat(reason).contains(" ").endsWith(".").doesNotContain("Exception");
            }
        }));
        assertFound(RestClient.asVisitor(editor.port()), marker,
                ids.values());
        assertThat(textOf(editor, ids, read, "extracted")).as("a file that was read has text").allMatch(
                text -> !text.isBlank());
    }

    /** Two senders at a time; answers the ids of the materials by the names of their files. */
    private static Map<String, String> send(Caller editor, List<Path> files, String marker)
            throws InterruptedException {
        Map<String, String> ids = new ConcurrentHashMap<>();
        try (var senders = Executors.newFixedThreadPool(2)) {
            files.forEach(
                    file -> senders.submit(() -> ids.put(file.getFileName().toString(), send(editor, file, marker))));
            senders.shutdown();
            assertThat(senders.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        assertThat(ids.keySet()).containsExactlyInAnyOrderElementsOf(
                files.stream().map(file -> file.getFileName().toString()).toList());
        return ids;
    }

    private static String send(Caller editor, Path file, String marker) throws IOException {
        return editor.post("/api/materials?publish=true", Form.with("{\"organisation\": \"" + marker + "\"}")
                .file(file.getFileName().toString(), Files.readAllBytes(file))).expect(201).json().get("id").asString();
    }

    private static JsonNode whenRead(Caller editor, String id) {
        JsonNode file = editor.get("/api/materials/" + id).expect(200).json().get("files").get(0);
        return file.get("outcome").asString().equals("pending") ? null : file;
    }

    /** Each of them once, and nothing else; once the last titles that files tell have come, which change the order of the pages. */
    private static void assertFound(RestClient visitor, String marker, Collection<String> ids) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).untilAsserted(
                () -> assertThat(visitor.found(marker)).containsExactlyInAnyOrderElementsOf(ids));
    }

    private static List<String> textOf(Caller editor, Map<String, String> ids, Map<String, JsonNode> read,
            String outcome) {
        return read.entrySet().stream().filter(file -> file.getValue().get("outcome").asString().equals(outcome))
                .map(file -> editor.get("/api/materials/" + ids.get(file.getKey()) + "/files/"
                        + file.getValue().get("id").asString() + "/text").expect(200).response().body())
                .toList();
    }
}
