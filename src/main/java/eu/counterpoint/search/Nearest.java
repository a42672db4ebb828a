package eu.counterpoint.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import eu.counterpoint.account.Reader;
import eu.counterpoint.meaning.SentenceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the materials that are nearest to a text in meaning. */
@Component
class Nearest {

    /** Materials in a list. */
    static final int MOST = 100;
    /** What is less similar is not found for its meaning alone. Cosine. */
    static final double SIMILAR = 0.35;
    /** What is less similar has nothing to do with it. Cosine. */
    static final double SOMEWHAT = 0.2;
    /** All of the nearest, however far. */
    static final double WHATEVER = -1;
    /** One word has no meaning that its letters do not have. */
    static final int FEWEST_WORDS = 2;
    private static final int CANDIDATES = 300;
    private static final String PASSAGE = "windows.passage";

    private final Engine engine;
    private final SentenceModel model;
    private final Indices indices;

    Nearest(Engine engine, SentenceModel model, Indices indices) {
        this.engine = engine;
        this.model = model;
        this.indices = indices;
    }

    /**
     * A material near in meaning.
     *
     * @param similarity cosine, -1 to 1
     * @param passage    key of its nearest passage; null where that is its own description
     */
    record Near(String material, double similarity, @Nullable String passage) {}

    /** What was found, the nearest first. */
    record List100(long took, List<Near> materials) {

        static final List100 EMPTY = new List100(0, List.of());

        /** Those that are near enough to be found for that alone. */
        List<Near> similar() {
            return materials.stream().filter(near -> near.similarity() >= SIMILAR).toList();
        }

        List<String> ids() {
            return materials.stream().map(Near::material).toList();
        }

        List<Fusion.Scored> scored() {
            return materials.stream().map(near -> new Fusion.Scored(near.material(), near.similarity())).toList();
        }
    }

    /** Not while the index has the vectors of another model, until it has been rebuilt. */
    boolean available() {
        return model.available() && !indices.wasOutdated();
    }

    /** The direction of a text's meaning, by which it is compared with others. */
    float[] meaning(String text) {
        return model.vector(text);
    }

    /** Those that the reader may see and that are at least so similar. */
    List100 to(String text, Reader reader, double atLeast) {
        return to(meaning(text), Visible.to(reader), atLeast);
    }

    /** Those of what these filters leave that are at least so similar. */
    List100 to(float[] vector, List<Query> filters, double atLeast) {
        SearchResponse<Void> found = engine.ask(Engine.FOR_PEOPLE,
                client -> client.search(request(vector, filters), Void.class));
        return new List100(found.took(), found.hits().hits().stream().map(Nearest::near)
                .filter(near -> near.similarity() >= atLeast).toList());
    }

    /** How similar each of these materials is, as far as it has vectors. At most {@value #MOST}; those that the reader may see. */
    List<Fusion.Scored> similarities(float[] vector, List<String> ids, Reader reader) {
        List<Float> numbers = numbers(vector);
        return ids.isEmpty()
                ? List.of()
                : engine.ask(Engine.FOR_PEOPLE, client -> client.search(s -> s.index(IndexKind.MATERIALS.alias())
                        .size(ids.size()).source(source -> source.fetch(false)).trackTotalHits(t -> t.enabled(false))
                        .knn(k -> k.field("windows.vector").queryVector(numbers).k(ids.size())
                                .numCandidates(CANDIDATES).filter(Visible.to(reader))
                                .filter(MaterialsRequest.ids(ids))),
                        Void.class)).hits().hits().stream()
                        .map(hit -> new Fusion.Scored(Objects.requireNonNull(hit.id()), similarity(hit))).toList();
    }

    private static List<Float> numbers(float[] vector) {
        List<Float> numbers = new ArrayList<>(vector.length);
        for (float number : vector) {
            numbers.add(number);
        }
        return numbers;
    }

    private static SearchRequest request(float[] vector, List<Query> filters) {
        List<Float> numbers = numbers(vector);
        return SearchRequest.of(s -> s.index(IndexKind.MATERIALS.alias()).size(MOST)
                .source(source -> source.fetch(false)).trackTotalHits(t -> t.enabled(false))
                .knn(k -> k.field("windows.vector").queryVector(numbers).k(MOST).numCandidates(CANDIDATES)
                        .filter(filters).innerHits(inner -> inner.size(1)
                                .source(source -> source.fetch(false)).docvalueFields(f -> f.field(PASSAGE)))));
    }

    /** Elasticsearch gives (1 + cosine) / 2. */
    private static double similarity(Hit<Void> hit) {
        return 2 * Objects.requireNonNull(hit.score()) - 1;
    }

    private static Near near(Hit<Void> hit) {
        String passage = hit.innerHits().values().stream().flatMap(inner -> inner.hits().hits().stream())
                .flatMap(inner -> inner.fields().values().stream())
                .map(field -> field.to(List.class).getFirst().toString()).findFirst().orElse(null);
        return new Near(Objects.requireNonNull(hit.id()), similarity(hit), passage);
    }
}
