package eu.counterpoint.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import eu.counterpoint.account.Reader;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.vocabulary.Scheme;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Finds published materials that a reader may see. */
@Service
public class Search {

    private final Engine engine;
    private final Indices indices;
    private final PassageSearch passageSearch;

    Search(Engine engine, Indices indices, PassageSearch passageSearch) {
        this.engine = engine;
        this.indices = indices;
        this.passageSearch = passageSearch;
    }

    /**
     * Finds, orders, counts and shows stretches of text. Beyond the 10,000th material there are no hits, only the
     * counts.
     *
     * @throws SearchUnavailableException when the engine does not answer
     */
    public SearchResult search(SearchQuery query, Reader reader) {
        QueryText text = QueryText.of(query.text());
        if (text.typed() && text.isEmpty()) {
            return SearchResult.NOTHING;
        }
        indices.ensure(Engine.FOR_PEOPLE);
        SearchResponse<MaterialDocument> found = engine.ask(Engine.FOR_PEOPLE, client -> client
                .search(new MaterialsRequest(query, text, reader).build(), MaterialDocument.class));
        List<co.elastic.clients.elasticsearch.core.search.Hit<MaterialDocument>> hits = found.hits().hits();
        List<String> fileKeys = hits.stream().flatMap(hit -> source(hit).fileKeys().stream()).toList();
        PassageSearch.Passages passages = passageSearch.best(text, fileKeys, hits.size());
        return new SearchResult(Objects.requireNonNull(found.hits().total()).value(), found.took() + passages.took(),
                hits.stream().map(hit -> hit(hit, passages)).toList(),
                SearchQuery.FACETS.stream()
                        .collect(Collectors.toMap(Function.identity(), scheme -> concepts(found, scheme))),
                years(found.aggregations()), List.of(), null);
    }

    private static Hit hit(co.elastic.clients.elasticsearch.core.search.Hit<MaterialDocument> found,
            PassageSearch.Passages passages) {
        MaterialDocument material = source(found);
        String id = Objects.requireNonNull(found.id());
        double score = found.score() == null ? 0 : found.score();
        return new Hit(new MaterialId(id), material.title(),
                Marks.of(found.highlight(), "title", material.title(), Integer.MAX_VALUE),
                Marks.summary(found.highlight(), material.summary()), material.one(Scheme.KIND),
                material.one(Scheme.LANGUAGE), material.year(), material.organisation(), material.all(Scheme.COUNTRY),
                material.one(Scheme.EVIDENCE_DESIGN), material.files().size(), material.starter(),
                Objects.requireNonNull(found.version()), score,
                passages.of(id));
    }

    private static MaterialDocument source(co.elastic.clients.elasticsearch.core.search.Hit<MaterialDocument> hit) {
        return Objects.requireNonNull(hit.source());
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
