package eu.counterpoint.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import eu.counterpoint.account.Reader;
import eu.counterpoint.vocabulary.Scheme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Finds published materials that a reader may see: by their words, by the concepts that words name, and by meaning. */
@Service
public class Search {

    /** So few may be there only because parts of a misspelt word were found, or a word of another language. */
    private static final int FEW = 10;
    /** In a longer text one word more or less hardly matters, and to look at each would take long. */
    private static final int SPELLED = 12;
    /** So many are offered where nothing is found. */
    private static final int A_FEW = 3;

    private final Engine engine;
    private final Indices indices;
    private final PassageSearch passageSearch;
    private final ConceptNames names;
    private final LibraryLanguages languages;
    private final Nearest nearest;
    private final Spelling spelling;

    Search(Engine engine, Indices indices, PassageSearch passageSearch, ConceptNames names, LibraryLanguages languages,
            Nearest nearest, Spelling spelling) {
        this.engine = engine;
        this.indices = indices;
        this.passageSearch = passageSearch;
        this.names = names;
        this.languages = languages;
        this.nearest = nearest;
        this.spelling = spelling;
    }

    /**
     * Finds, orders, counts and shows stretches of text. Beyond the 10,000th material there are no hits, only the
     * counts.
     *
     * @throws SearchUnavailableException when the engine does not answer
     */
    public SearchResult search(SearchQuery query, Reader reader) {
        QueryText typed = QueryText.of(query.text());
        if (typed.typed() && typed.isEmpty()) {
            return SearchResult.NOTHING;
        }
        indices.ensure(Engine.FOR_PEOPLE);
        TextSearch text = understood(query, typed);
        Optional<float[]> meaning = meaning(query, text);
        Nearest.List100 near = meaning
                .map(vector -> nearest.to(vector, MaterialsRequest.limits(query, reader), Nearest.WHATEVER))
                .orElse(Nearest.List100.EMPTY);
        MaterialsRequest request = new MaterialsRequest(query, text, reader,
                near.similar().stream().map(Nearest.Near::material).toList());
        SearchResult result = near.materials().isEmpty() || query.sort() != Sort.RELEVANCE
                ? inOrder(request, text)
                : fused(request, query, text, near,
                        ids -> nearest.similarities(meaning.orElseThrow(), ids, reader));
        return spelled(query, text, result, near.similar().size(), reader);
    }

    /**
     * With the text as it may have been meant. What is near in meaning is found however its words are spelled, and of three words
     * two are enough to find much: neither says that all of them are known.
     *
     * @param near how many of what was found may lack the words
     */
    private SearchResult spelled(SearchQuery query, TextSearch text, SearchResult result, int near, Reader reader) {
        long words = text.contentWords();
        if (!text.isPlain() || words > SPELLED || result.total() - near > FEW && words <= TextSearch.ALL_NEEDED) {
            return result;
        }
        LongSupplier byWords = near == 0 ? result::total : () -> counts(query, reader);
        return result.suggesting(spelling.suggestion(query, text.concepts(), byWords, reader, this::counts));
    }

    /**
     * What is nearest in meaning to a text by whose words nothing is found, the nearest first; whatever else was chosen. Nothing
     * where there is no sentence model, or nothing is near at all.
     *
     * @throws SearchUnavailableException when the engine does not answer
     */
    public List<eu.counterpoint.search.Hit> nearest(String words, Reader reader) {
        QueryText typed = QueryText.of(words);
        if (typed.isEmpty() || !nearest.available()) {
            return List.of();
        }
        indices.ensure(Engine.FOR_PEOPLE);
        List<Nearest.Near> near = nearest.to(words, reader, Nearest.SOMEWHAT).materials().stream().limit(A_FEW)
                .toList();
        if (near.isEmpty()) {
            return List.of();
        }
        List<String> ids = near.stream().map(Nearest.Near::material).toList();
        SearchQuery query = SearchQuery.of(words);
        MaterialsRequest request = new MaterialsRequest(query, understood(query, typed), reader, ids);
        List<Hit<MaterialDocument>> hits = Hits.inOrder(engine.ask(Engine.FOR_PEOPLE,
                client -> client.search(request.these(ids), MaterialDocument.class)), ids);
        PassageSearch.Passages passages = PassageSearch.Passages.NONE.and(passageSearch.byKey(near.stream()
                .map(Nearest.Near::passage).filter(Objects::nonNull).toList(), hits));
        return hits.stream().map(hit -> Hits.hit(hit, passages, 0, true)).toList();
    }

    /** The text as the engine is asked for it. */
    TextSearch understood(SearchQuery query, QueryText typed) {
        return TextSearch.of(typed, names, query.wordsOnly(), typed.isEmpty() ? List.of() : languages.mostFirst());
    }

    private long counts(SearchQuery query, Reader reader) {
        QueryText typed = QueryText.of(query.text());
        SearchRequest request = new MaterialsRequest(query, understood(query, typed), reader, List.of()).count();
        return total(engine.ask(Engine.FOR_PEOPLE, client -> client.search(request, Void.class)));
    }

    private Optional<float[]> meaning(SearchQuery query, TextSearch text) {
        return text.isPlain() && text.contentWords() >= Nearest.FEWEST_WORDS && nearest.available()
                ? Optional.of(nearest.meaning(query.text()))
                : Optional.empty();
    }

    private SearchResult inOrder(MaterialsRequest request, TextSearch text) {
        SearchResponse<MaterialDocument> found = engine.ask(Engine.FOR_PEOPLE,
                client -> client.search(request.page(), MaterialDocument.class));
        return result(found, found.hits().hits(), text, Map.of(), found.took(), Hits::hit);
    }

    /**
     * The best by words and the nearest by meaning in one order; what follows comes in the order of words. What is in one of the
     * lists has its score in the other, too, however far below. What is little similar adds nothing to the result, but has its
     * place among the others where its words are found.
     */
    private SearchResult fused(MaterialsRequest request, SearchQuery query, TextSearch text, Nearest.List100 near,
            Function<List<String>, List<Fusion.Scored>> similarities) {
        var both = engine.ask(Engine.FOR_PEOPLE,
                client -> client.search(request.best(Nearest.MOST), MaterialDocument.class)
                        .thenCombine(client.search(request.among(near.ids()), Void.class), Both::new));
        Map<String, Double> byWords = new LinkedHashMap<>();
        Stream.of(both.words(), both.near()).flatMap(found -> found.hits().hits().stream())
                .forEach(hit -> byWords.merge(Objects.requireNonNull(hit.id()), Objects.requireNonNull(hit.score()),
                        Math::max));
        List<String> far = new ArrayList<>(byWords.keySet());
        far.removeAll(new HashSet<>(near.ids()));
        List<Fusion.Scored> byMeaning = Stream.concat(
                near.scored().stream().filter(one -> byWords.containsKey(one.id())), similarities.apply(far).stream())
                .toList();
        List<Fusion.Scored> order = Fusion.fuse(byWords.entrySet().stream()
                .map(one -> new Fusion.Scored(one.getKey(), one.getValue())).toList(), byMeaning);
        Map<String, Double> scores = order.stream()
                .collect(Collectors.toMap(Fusion.Scored::id, Fusion.Scored::score));
        List<String> page = page(request, query, order.stream().map(Fusion.Scored::id).toList());
        List<Hit<MaterialDocument>> hits = page.isEmpty()
                ? List.of()
                : Hits.inOrder(engine.ask(Engine.FOR_PEOPLE,
                        client -> client.search(request.these(page), MaterialDocument.class)), page);
        Map<String, String> passages = near.similar().stream()
                .filter(one -> one.passage() != null && page.contains(one.material()))
                .collect(Collectors.toMap(Nearest.Near::material, one -> Objects.requireNonNull(one.passage())));
        return result(both.words(), hits, text, passages, near.took() + both.words().took(),
                (hit, shown) -> Hits.hit(hit, shown, scores.getOrDefault(hit.id(), 0.0),
                        byWords.getOrDefault(hit.id(), 1.0) == 0));
    }

    private record Both(SearchResponse<MaterialDocument> words, SearchResponse<Void> near) {}

    private List<String> page(MaterialsRequest request, SearchQuery query, List<String> order) {
        long from = (long) query.page() * query.size();
        if (from + query.size() > MaterialsRequest.DEEPEST) {
            return List.of();
        }
        List<String> page = new ArrayList<>(
                order.stream().skip(from).limit(query.size()).toList());
        if (page.size() < query.size()) {
            int first = (int) Math.max(0, from - order.size());
            int missing = query.size() - page.size();
            engine.ask(Engine.FOR_PEOPLE, client -> client.search(request.after(order, first, missing), Void.class))
                    .hits().hits().forEach(hit -> page.add(hit.id()));
        }
        return page;
    }

    private SearchResult result(SearchResponse<MaterialDocument> counted, List<Hit<MaterialDocument>> hits,
            TextSearch text, Map<String, String> nearPassages, long took,
            BiFunction<Hit<MaterialDocument>, PassageSearch.Passages, eu.counterpoint.search.Hit> shown) {
        PassageSearch.Passages passages = passageSearch.best(text, hits)
                .and(passageSearch.byKey(nearPassages.values(), hits));
        return new SearchResult(total(counted), took + passages.took(),
                hits.stream().map(hit -> shown.apply(hit, passages)).toList(),
                SearchQuery.FACETS.stream()
                        .collect(Collectors.toMap(Function.identity(), scheme -> concepts(counted, scheme))),
                years(counted.aggregations()), text.concepts(), null);
    }

    private static long total(SearchResponse<?> found) {
        return Objects.requireNonNull(found.hits().total()).value();
    }

    private static List<FacetCount> concepts(SearchResponse<?> found, Scheme scheme) {
        return values(found.aggregations().get(scheme.id())).sterms().buckets().array().stream()
                .map(bucket -> new FacetCount(bucket.key().stringValue(), bucket.docCount())).toList();
    }

    private static List<FacetCount> years(Map<String, Aggregate> facets) {
        return values(facets.get(MaterialsRequest.YEAR)).lterms().buckets().array().stream()
                .map(bucket -> new FacetCount(String.valueOf(bucket.key()), bucket.docCount())).toList();
    }

    private static Aggregate values(Aggregate facet) {
        return facet.filter().aggregations().get(MaterialsRequest.VALUES);
    }
}
