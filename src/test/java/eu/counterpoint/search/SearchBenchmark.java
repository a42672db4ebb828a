package eu.counterpoint.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import eu.counterpoint.account.Reader;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.testing.RestClient;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * Search through REST beside the very same two requests put straight to the engine, in turn. Prints percentiles in milliseconds:
 * {@code mvn -B test -Dtest=SearchBenchmark}; {@code -Dmaterials=10000} sets how many materials there are.
 */
@WholeApplication
@Import(Shelf.class)
class SearchBenchmark {

    private static final int MATERIALS = Integer.getInteger("materials", 10_000);
    private static final int WARM_UP = 1_000;
    private static final int QUERIES = 2_000;

    @Autowired
    private Shelf shelf;
    @Autowired
    private ElasticsearchClient engine;
    @Autowired
    private Search search;
    @Autowired
    private Vocabulary vocabulary;
    @LocalServerPort
    private int port;

    private final Random random = new Random(2015);

    @Test
    void tenThousandMaterials() throws Exception {
        List<String> words = words();
        long start = System.nanoTime();
        for (int i = 0; i < MATERIALS; i++) {
            shelf.publish(Shelf.described(text(words, 7), text(words, 40), Visibility.PUBLIC,
                    2005 + random.nextInt(20), concepts()), text(words, 160) + "\f" + text(words, 160));
            if (i % 500 == 499) {
                shelf.awaitFound("", i + 1);
            }
        }
        System.out.printf("%d materials published and searchable, %.0f a second%n", MATERIALS,
                MATERIALS / ((System.nanoTime() - start) / 1e9));
        RestClient client = new RestClient(path -> URI.create("http://localhost:" + port + path), null);
        List<Double> rest = new ArrayList<>();
        List<Double> straight = new ArrayList<>();
        for (int i = 0; i < WARM_UP + QUERIES; i++) {
            String query = text(words, 1 + random.nextInt(3));
            String theme = i % 3 == 0 ? vocabulary.concepts(Scheme.THEME).get(i % 22).id() : null;
            double engineMillis = millis(() -> straight(query, theme));
            double restMillis = millis(() -> client.get("/api/search?q=" + RestClient.encode(query)
                    + (theme == null ? "" : "&theme=" + theme)).expect(200));
            if (i >= WARM_UP) {
                straight.add(engineMillis);
                rest.add(restMillis);
            }
        }
        System.out.printf("straight to the engine: p50 %.1f  p95 %.1f  p99 %.1f ms%n", percentile(straight, 50),
                percentile(straight, 95), percentile(straight, 99));
        System.out.printf("through REST:           p50 %.1f  p95 %.1f  p99 %.1f ms%n", percentile(rest, 50),
                percentile(rest, 95), percentile(rest, 99));
        System.out.printf("ratio of p95 %.2f%n", percentile(rest, 95) / percentile(straight, 95));
    }

    /** The bodies that {@link Search} sends, and nothing of what it makes of the answers. */
    private void straight(String typed, String theme) throws IOException {
        SearchQuery query = new SearchQuery(typed, theme == null ? Map.of() : Map.of(Scheme.THEME, Set.of(theme)),
                Set.of(), Sort.RELEVANCE, 0, 20);
        TextSearch text = search.understood(query, QueryText.of(typed));
        SearchRequest materials = new MaterialsRequest(query, text, Reader.VISITOR, List.of()).page();
        SearchResponse<MaterialDocument> found = engine.search(materials, MaterialDocument.class);
        List<String> keys = found.hits().hits().stream().flatMap(hit -> hit.source().fileKeys().stream()).toList();
        if (!keys.isEmpty()) {
            engine.search(PassageSearch.request(text, keys, found.hits().hits().size()), Void.class);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static double millis(Step step) throws IOException {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    /** Words of the starter collection, the frequent ones more often, as in any text. */
    private static List<String> words() throws IOException {
        try (var in = SearchBenchmark.class.getResourceAsStream("/starter/records.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("[^\\p{L}]+")).filter(word -> word.length() > 2).toList();
        }
    }

    private String text(List<String> words, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(words.get(random.nextInt(words.size()))).append(i % 12 == 11 ? ". " : " ");
        }
        return text.toString().strip();
    }

    private Map<Scheme, List<String>> concepts() {
        Map<Scheme, List<String>> concepts = new HashMap<>();
        for (Scheme scheme : List.of(Scheme.KIND, Scheme.THEME, Scheme.AUDIENCE, Scheme.LANGUAGE, Scheme.COUNTRY)) {
            List<Concept> all = vocabulary.concepts(scheme);
            int many = scheme.multiple() ? 1 + random.nextInt(3) : 1;
            concepts.put(scheme,
                    random.ints(0, all.size()).distinct().limit(many).mapToObj(i -> all.get(i).id()).toList());
        }
        return concepts;
    }
}
