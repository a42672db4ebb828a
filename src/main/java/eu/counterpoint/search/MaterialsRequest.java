package eu.counterpoint.search;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.util.NamedValue;
import eu.counterpoint.account.Reader;
import eu.counterpoint.vocabulary.Scheme;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds the request that finds, counts and orders materials. */
final class MaterialsRequest {

    /** The name of the years among the facets. */
    static final String YEAR = "year";
    /** The name of the counts within each facet. */
    static final String VALUES = "values";

    /** The engine pages no deeper than this. */
    static final int DEEPEST = 10_000;
    private static final int MOST_VALUES = 300;
    /** How much more a score counts for what has been evaluated, and for what is at most so many years old. */
    private static final double EVALUATED = 0.05;
    private static final double NEWER = 0.03;
    private static final int RECENT = 5;

    private final SearchQuery query;
    private final TextSearch text;
    private final Reader reader;
    private final List<String> near;

    /** @param near ids of materials that are found although they may lack the words, because they mean the same */
    MaterialsRequest(SearchQuery query, TextSearch text, Reader reader, List<String> near) {
        this.query = query;
        this.text = text;
        this.reader = reader;
        this.near = near;
    }

    /** The page of the query, with counts. */
    SearchRequest page() {
        long from = (long) query.page() * query.size();
        boolean reachable = from + query.size() <= DEEPEST;
        return SearchRequest.of(s -> {
            counting(s).version(true).from(reachable ? (int) from : 0).size(reachable ? query.size() : 0).sort(order());
            return text.isEmpty() ? s : s.highlight(Marks.material(text.languages()));
        });
    }

    /** The best by words, to be put in another order, with counts of all that is found. */
    SearchRequest best(int size) {
        return SearchRequest.of(s -> counting(s).size(size).source(source -> source.fetch(false)).sort(order()));
    }

    /** Those of these that are found, and that the choices leave; the score is that of the words that each has, or 0. */
    SearchRequest among(List<String> these) {
        return SearchRequest.of(s -> s.index(IndexKind.MATERIALS.alias()).size(these.size())
                .trackTotalHits(t -> t.enabled(false)).source(source -> source.fetch(false))
                .query(q -> q.bool(b -> b.filter(found()).filter(List.copyOf(choices().values()))
                        .filter(ids(these)).should(preferring(text.anyWords())))));
    }

    /** How many are found. */
    SearchRequest count() {
        return SearchRequest.of(s -> found(s).size(0));
    }

    /** What is left in the order of words when these have been shown already. */
    SearchRequest after(List<String> shown, int from, int size) {
        return SearchRequest.of(s -> s.index(IndexKind.MATERIALS.alias()).from(from).size(size)
                .trackTotalHits(t -> t.enabled(false)).source(source -> source.fetch(false)).sort(order())
                .query(found()).postFilter(p -> p.bool(b -> b.filter(List.copyOf(choices().values()))
                        .mustNot(ids(shown)))));
    }

    /** These materials, with stretches of text. */
    SearchRequest these(List<String> ids) {
        return SearchRequest.of(s -> s.index(IndexKind.MATERIALS.alias()).size(ids.size()).version(true)
                .trackTotalHits(t -> t.enabled(false))
                .query(q -> q.bool(b -> b.filter(Visible.to(reader)).filter(ids(ids))))
                .highlight(Marks.material(text.languages(), text.materials())));
    }

    private SearchRequest.Builder found(SearchRequest.Builder s) {
        Map<String, Query> choices = choices();
        s.index(IndexKind.MATERIALS.alias()).query(found()).trackTotalHits(t -> t.enabled(true));
        return choices.isEmpty() ? s : s.postFilter(all(choices.values()));
    }

    private SearchRequest.Builder counting(SearchRequest.Builder s) {
        Map<String, Query> choices = choices();
        found(s).trackScores(true);
        SearchQuery.FACETS.forEach(scheme -> s.aggregations(scheme.id(),
                facet(without(choices, scheme.id()), concept(scheme), "_count", SortOrder.Desc)));
        return s.aggregations(YEAR, facet(without(choices, YEAR), YEAR, "_key", SortOrder.Desc));
    }

    /** What the text finds and the reader may see, within the choices that no facet counts. */
    private Query found() {
        return Query.of(q -> q.bool(b -> {
            b.filter(limits(query, reader));
            if (text.isEmpty()) {
                return b;
            }
            Query words = preferring(text.materials());
            return near.isEmpty()
                    ? b.must(words)
                    : b.must(m -> m.bool(any -> any.minimumShouldMatch("1").should(words)
                            .should(meaning -> meaning.constantScore(c -> c.boost(0f).filter(ids(near))))));
        }));
    }

    /** At equal relevance what has been evaluated comes first, and what is newer, slightly. */
    private static Query preferring(Query words) {
        return Query.of(q -> q.functionScore(f -> f.query(words).scoreMode(FunctionScoreMode.Sum)
                .boostMode(FunctionBoostMode.Multiply)
                .functions(one -> one.weight(1.0))
                .functions(evaluated -> evaluated.weight(EVALUATED)
                        .filter(e -> e.term(t -> t.field("evaluated").value(true))))
                .functions(newer -> newer.weight(NEWER).filter(e -> e.range(r -> r.number(n -> n.field(YEAR)
                        .gte((double) Year.now(ZoneOffset.UTC).getValue() - RECENT)))))));
    }

    /** What a reader may see of it, within the choices that no facet counts. */
    static List<Query> limits(SearchQuery query, Reader reader) {
        Limits limits = query.limits();
        List<Query> filters = new ArrayList<>(Visible.to(reader));
        if (limits.from() != null || limits.to() != null) {
            filters.add(Query.of(q -> q.range(r -> r.number(n -> n.field(YEAR)
                    .gte(limits.from() == null ? null : limits.from().doubleValue())
                    .lte(limits.to() == null ? null : limits.to().doubleValue())))));
        }
        if (limits.evaluated()) {
            filters.add(isTrue("evaluated"));
        }
        if (limits.withFiles()) {
            filters.add(isTrue("hasFiles"));
        }
        if (limits.reusable()) {
            filters.add(isTrue("reusable"));
        }
        return filters;
    }

    private static Query isTrue(String field) {
        return Query.of(q -> q.term(t -> t.field(field).value(true)));
    }

    static Query ids(List<String> ids) {
        return Query.of(q -> q.ids(i -> i.values(ids)));
    }

    /** The choices within facets. They narrow the hits, and every facet but their own. */
    private Map<String, Query> choices() {
        Map<String, Query> choices = new LinkedHashMap<>();
        query.filters().forEach((scheme, ids) -> {
            if (!ids.isEmpty()) {
                choices.put(scheme.id(), terms(concept(scheme), ids));
            }
        });
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

    /** The field in which a scheme's concepts stand. */
    static String concept(Scheme scheme) {
        return "concepts." + scheme.id();
    }

    static Query terms(String field, Collection<String> values) {
        return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v
                .value(values.stream().map(co.elastic.clients.elasticsearch._types.FieldValue::of).toList()))));
    }
}
