package eu.counterpoint.search;

import eu.counterpoint.account.Reader;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.vocabulary.Scheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the search against a judged collection in the BEIR layout: {@code corpus.jsonl}, {@code queries.jsonl}, and {@code qrels.tsv}
 * or {@code qrels/test.tsv}. Each document becomes a published material with its text as a file; each query takes the way that a
 * reader's takes. Prints nDCG@10 and recall@100 of the list by words, the list by meaning, and what readers get:
 * {@code mvn -B test -Dtest=RelevanceBenchmark -Dcollection=FOLDER}. One collection a run: in one library the nearest hundred and the
 * statistics of words would be those of all collections together.
 * With {@code -Dmarked=SEED} half of the documents, at random, count as evaluated, and half as new: what is preferred among equals
 * is noise here, so the figures say what it costs where it means nothing.
 */
@WholeApplication
@TestPropertySource(properties = "counterpoint.meaning.enabled=true")
class RelevanceBenchmark {

    private static final Path COLLECTION = Path
            .of(Objects.requireNonNull(System.getProperty("collection"), "Name the collection: -Dcollection=FOLDER"));
    private static final int DEPTH = 100;
    private static final int TOP = 10;
    private static final @Nullable Long MARKED = Long.getLong("marked");
    private static final int OLD = 1950;
    private static final int LONGEST_TITLE = 500;
    /** So much of its text stands for the title of a document that has none. */
    private static final int FIRST_WORDS = 80;
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private ApplicationContext application;
    @Autowired
    private Search search;
    @Autowired
    private Engine engine;
    @Autowired
    private Nearest nearest;

    /** Ids of the collection's documents, best first, for each way of searching. */
    private interface Way {
        List<String> find(String query);
    }

    @Test
    void measure() throws IOException {
        Map<String, String> ids = load();
        Map<String, Set<String>> judged = judgements();
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("words", this::byWords);
        if (nearest.available()) {
            ways.put("meaning", this::byMeaning);
        }
        ways.put("readers", this::asReaders);
        Map<String, double[]> sums = new LinkedHashMap<>();
        int queries = 0;
        for (JsonNode query : lines(COLLECTION.resolve("queries.jsonl"))) {
            Set<String> relevant = judged.getOrDefault(query.get("_id").asString(), Set.of());
            if (relevant.isEmpty()) {
                continue;
            }
            queries++;
            ways.forEach((name, way) -> {
                List<String> found = way.find(query.get("text").asString()).stream().map(ids::get)
                        .filter(Objects::nonNull).toList();
                double[] sum = sums.computeIfAbsent(name, any -> new double[2]);
                sum[0] += ndcg(found, relevant);
                sum[1] += recall(found, relevant);
            });
        }
        System.out.printf("%s: %d documents, %d queries%n", COLLECTION.getFileName(), ids.size(), queries);
        for (var way : sums.entrySet()) {
            System.out.printf("  %-8s nDCG@10 %.4f  recall@100 %.4f%n", way.getKey(), way.getValue()[0] / queries,
                    way.getValue()[1] / queries);
        }
    }

    private List<String> asReaders(String query) {
        SearchQuery asked = SearchQuery.of(query).withPage(0, DEPTH);
        return search.search(asked, Reader.VISITOR).hits().stream().map(hit -> hit.id().value()).toList();
    }

    private List<String> byWords(String query) {
        SearchQuery asked = SearchQuery.of(query);
        TextSearch text = search.understood(asked, QueryText.of(query));
        return engine.ask(Engine.FOR_JOBS,
                client -> client.search(new MaterialsRequest(asked, text, Reader.VISITOR, List.of()).best(DEPTH),
                        Void.class))
                .hits().hits().stream().map(hit -> hit.id()).toList();
    }

    private List<String> byMeaning(String query) {
        return nearest.to(query, Reader.VISITOR, Nearest.WHATEVER).materials().stream().map(Nearest.Near::material)
                .toList();
    }

    /** Puts the documents on the shelf and waits until each can be found, also by meaning. Material id to document id. */
    private Map<String, String> load() throws IOException {
        Shelf shelf = new Shelf(application);
        Map<String, String> ids = new HashMap<>();
        Random marks = MARKED == null ? null : new Random(MARKED);
        for (JsonNode document : lines(COLLECTION.resolve("corpus.jsonl"))) {
            String text = document.get("text").asString().strip();
            String title = title(document.path("title").asString("").strip(), text);
            // What has neither title nor text cannot be published, nor be found by anything.
            if (!title.isEmpty()) {
                Description described = described(title, marks);
                ids.put((text.isEmpty() ? shelf.publish(described) : shelf.publish(described, text)).id().value(),
                        document.get("_id").asString());
            }
        }
        Awaitility.await().atMost(Duration.ofMinutes(30)).pollInterval(Duration.ofSeconds(1)).until(
                () -> search.search(SearchQuery.of("").withPage(0, 1), Reader.VISITOR).total() == ids.size());
        if (nearest.available()) {
            Awaitility.await().atMost(Duration.ofMinutes(60)).pollInterval(Duration.ofSeconds(1))
                    .until(() -> withVectors() == ids.size());
        }
        return ids;
    }

    private static Description described(String title, @Nullable Random marks) {
        Map<Scheme, List<String>> concepts = new EnumMap<>(Map.of(Scheme.LANGUAGE, List.of("en")));
        if (marks != null && marks.nextBoolean()) {
            concepts.put(Scheme.EVIDENCE_DESIGN, List.of("before-and-after"));
        }
        int year = marks != null && marks.nextBoolean() ? Year.now(ZoneOffset.UTC).getValue() : OLD;
        return Shelf.described(title, "", Visibility.PUBLIC, year, concepts);
    }

    /** Every window begins with the title, so a word that is not the document's own would be in all that lack one. */
    private static String title(String title, String text) {
        return title.isEmpty() ? beginning(text.replaceAll("\\s+", " "), FIRST_WORDS) : beginning(title, LONGEST_TITLE);
    }

    /** At most so many characters, whole words where there is more than one. */
    private static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = text.lastIndexOf(' ', most);
        return text.substring(0, end > 0 ? end : most);
    }

    private long withVectors() {
        engine.ask(Engine.FOR_JOBS, client -> client.indices().refresh(r -> r.index(IndexKind.MATERIALS.alias())));
        return engine.ask(Engine.FOR_JOBS,
                client -> client.count(c -> c.index(IndexKind.MATERIALS.alias()).query(q -> q.nested(
                        n -> n.path("windows").query(w -> w.exists(e -> e.field("windows.vector")))))))
                .count();
    }

    private static Map<String, Set<String>> judgements() throws IOException {
        Path beside = COLLECTION.resolve("qrels.tsv");
        Path file = Files.exists(beside) ? beside : COLLECTION.resolve("qrels").resolve("test.tsv");
        Map<String, Set<String>> judged = new HashMap<>();
        Files.readAllLines(file).stream().skip(1).map(line -> line.split("\t"))
                .filter(parts -> parts.length > 2 && Double.parseDouble(parts[2]) > 0)
                .forEach(parts -> judged.computeIfAbsent(parts[0], any -> new HashSet<>()).add(parts[1]));
        return judged;
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }

    private static double ndcg(List<String> found, Set<String> relevant) {
        double gain = 0;
        for (int i = 0; i < Math.min(TOP, found.size()); i++) {
            if (relevant.contains(found.get(i))) {
                gain += discount(i);
            }
        }
        double ideal = 0;
        for (int i = 0; i < Math.min(TOP, relevant.size()); i++) {
            ideal += discount(i);
        }
        return gain / ideal;
    }

    private static double discount(int place) {
        return Math.log(2) / Math.log(place + 2.0);
    }

    private static double recall(List<String> found, Set<String> relevant) {
        return (double) found.stream().limit(DEPTH).filter(relevant::contains).count() / relevant.size();
    }
}
