package eu.counterpoint.search;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.util.NamedValue;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.vocabulary.Scheme;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the request that finds, counts and orders materials. */
final class MaterialsRequest {

    /** The name of the years among the facets. */
    static final String YEAR = "year";
    /** The name of the counts within each facet. */
    static final String VALUES = "values";

    /** The engine pages no deeper than this. */
    private static final int DEEPEST = 10_000;
    private static final int MOST_VALUES = 300;

    private final SearchQuery query;
    private final QueryText text;
    private final Reader reader;

    MaterialsRequest(SearchQuery query, QueryText text, Reader reader) {
        this.query = query;
        this.text = text;
        this.reader = reader;
    }

    SearchRequest build() {
        Map<String, Query> choices = choices();
        long from = (long) query.page() * query.size();
        boolean reachable = from + query.size() <= DEEPEST;
        return SearchRequest.of(s -> {
            s.index(IndexKind.MATERIALS.alias()).query(found()).trackTotalHits(t -> t.enabled(true)).trackScores(true)
                    .version(true)
                    .from(reachable ? (int) from : 0).size(reachable ? query.size() : 0).sort(order());
            if (!choices.isEmpty()) {
                s.postFilter(all(choices.values()));
            }
            SearchQuery.FACETS.forEach(scheme -> s.aggregations(scheme.id(),
                    facet(without(choices, scheme.id()), concept(scheme), "_count", SortOrder.Desc)));
            s.aggregations(YEAR, facet(without(choices, YEAR), YEAR, "_key", SortOrder.Desc));
            return text.isEmpty() ? s : s.highlight(Marks.material());
        });
    }

    /** What the text finds and the reader may see, within the choices that no facet counts. */
    private Query found() {
        List<Query> filters = new ArrayList<>();
        if (!reader.is(Role.EDITOR)) {
            filters.add(terms("visibility", visible()));
        }
        query.filters().forEach((scheme, ids) -> {
            if (!SearchQuery.FACETS.contains(scheme) && !ids.isEmpty()) {
                filters.add(terms(concept(scheme), ids));
            }
        });
        return Query.of(q -> q.bool(b -> {
            b.filter(filters);
            return text.isEmpty() ? b : b.must(TextSearch.materials(text));
        }));
    }

    private List<String> visible() {
        List<String> visible = new ArrayList<>(List.of(Visibility.PUBLIC.id()));
        if (reader.signedIn()) {
            visible.add(Visibility.SIGNED_IN.id());
        }
        if (reader.vetted()) {
            visible.add(Visibility.VETTED.id());
        }
        return visible;
    }

    /** The choices within facets. They narrow the hits, and every facet but their own. */
    private Map<String, Query> choices() {
        Map<String, Query> choices = new LinkedHashMap<>();
        for (Scheme scheme : SearchQuery.FACETS) {
            Collection<String> ids = query.filters().getOrDefault(scheme, java.util.Set.of());
            if (!ids.isEmpty()) {
                choices.put(scheme.id(), terms(concept(scheme), ids));
            }
        }
        if (!query.years().isEmpty()) {
            choices.put(YEAR, terms(YEAR, query.years().stream().map(String::valueOf).toList()));
        }
        return choices;
    }

    private static Query without(Map<String, Query> choices, String own) {
        return all(choices.entrySet().stream().filter(choice -> !choice.getKey().equals(own)).map(Map.Entry::getValue)
                .toList());
    }

    private static Query all(Collection<Query> queries) {
        return Query.of(q -> q.bool(b -> b.filter(List.copyOf(queries))));
    }

    private static Aggregation facet(Query among, String field, String by, SortOrder order) {
        return Aggregation.of(a -> a.filter(among).aggregations(VALUES,
                v -> v.terms(t -> t.field(field).size(MOST_VALUES).order(NamedValue.of(by, order)))));
    }

    private List<SortOptions> order() {
        SortOptions newest = by("publishedAt", SortOrder.Desc);
        SortOptions title = by("titleSort", SortOrder.Asc);
        SortOptions score = SortOptions.of(s -> s.score(sc -> sc));
        return switch (query.sort()) {
            case RELEVANCE -> text.isEmpty() ? List.of(newest, title) : List.of(score, newest, title);
            case NEWEST -> List.of(newest, title);
            case TITLE -> List.of(title, newest);
            case EVIDENCE -> List.of(by("evidenceRank", SortOrder.Desc), score, newest, title);
        };
    }

    private static SortOptions by(String field, SortOrder order) {
        return SortOptions.of(s -> s.field(f -> f.field(field).order(order)));
    }

    private static String concept(Scheme scheme) {
        return "concepts." + scheme.id();
    }

    static Query terms(String field, Collection<String> values) {
        return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v
                .value(values.stream().map(co.elastic.clients.elasticsearch._types.FieldValue::of).toList()))));
    }
}
