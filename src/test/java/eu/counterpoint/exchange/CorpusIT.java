package eu.counterpoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.Role;
import eu.counterpoint.exchange.Caller.Form;
import eu.counterpoint.testing.Corpus;
import eu.counterpoint.testing.WholeApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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

    /**
     * Where the library reads more than bare Tika: tables in plain text that Tika gives to a parser for experiments, which
     * finds nothing in one file alone, and a page in the code of mainframes.
     */
    private static final Set<String> READ_HERE_ONLY = Set.of("0207dfb5_a_metabolome.txt", "05d36313_a_microarray.txt",
            "0ba116e2_s_BII-S-2.txt", "4dba9ba6_a_transcriptome.txt", "84712b0c_s_BII-S-1.txt",
            "bdc048f9_a_proteome.txt", "f7fc146a_a_bii-s-2_metabolite", "734aab6c_english.cp500.txt");

    @Autowired
    private ApplicationContext application;

    @Test
    void everyFileEndsWithAnOutcomeAndEveryTextIsFound() throws Exception {
        List<Path> files = Corpus.files();
        Map<String, Set<String>> expected = expected();
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
            Set<String> right = READ_HERE_ONLY.contains(name) ? Set.of("extracted") : expected.get(name);
            if (!right.contains(outcome)) {
                different.put(name, outcome + " instead of " + right);
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
        assertFound(Caller.visitor(application), marker, new HashSet<>(ids.values()));
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

    /** Each of them once, and nothing else. */
    private static void assertFound(Caller visitor, String marker, Set<String> ids) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).until(
                () -> visitor.get("/api/search?q=" + marker).expect(200).json().get("total").asInt() == ids.size());
        Set<String> found = new HashSet<>();
        for (int page = 0; page * 100 < ids.size(); page++) {
            visitor.get("/api/search?size=100&sort=title&q=" + marker + "&page=" + page).expect(200).json().get("hits")
                    .forEach(hit -> assertThat(found.add(hit.get("id").asString())).isTrue());
        }
        assertThat(found).isEqualTo(ids);
    }

    private static List<String> textOf(Caller editor, Map<String, String> ids, Map<String, JsonNode> read,
            String outcome) {
        return read.entrySet().stream().filter(file -> file.getValue().get("outcome").asString().equals(outcome))
                .map(file -> editor.get("/api/materials/" + ids.get(file.getKey()) + "/files/"
                        + file.getValue().get("id").asString() + "/text").expect(200).response().body())
                .toList();
    }

    /** What bare Tika makes of each file, in the library's words. */
    private static Map<String, Set<String>> expected() {
        Path folder = Corpus.folder();
        try {
            return Files.readAllLines(folder.resolveSibling(folder.getFileName() + ".outcomes.tsv")).stream().skip(1)
                    .map(line -> line.split("\t")).collect(Collectors.toMap(line -> line[0], line -> switch (line[1]) {
                        case "ok" -> Set.of("extracted", "truncated");
                        case "empty" -> Set.of("empty");
                        case "EncryptedDocumentException" -> Set.of("encrypted");
                        default -> Set.of("unreadable");
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
