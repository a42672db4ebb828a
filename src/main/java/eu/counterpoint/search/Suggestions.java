package eu.counterpoint.search;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.util.NamedValue;
import eu.counterpoint.account.Reader;
import eu.counterpoint.search.Suggestion.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Service;

/** What somebody who is typing may be after: concepts, titles and organisations, as far as they may see them. */
@Service
public class Suggestions {

    /** No more are offered. */
    public static final int MOST = 8;

    private static final int FEWEST_LETTERS = 2;
    private static final int LONGEST = 100;
    /** What each kind gets of the room; what one leaves the others take. */
    private static final int CONCEPTS = 3;
    private static final int TITLES = 3;
    /** Suggestions that come later are for words that have been typed on. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String ORGANISATIONS = "organisations";
    private static final String IN_LANGUAGE = "inLanguage";
    /** More than the words of a title may be worth: all have the words that were typed, not all can be read. */
    private static final float LANGUAGE = 1_000;

    private record Titled(String title) {}

    private final Engine engine;
    private final Indices indices;
    private final ConceptBeginnings concepts;

    Suggestions(Engine engine, Indices indices, ConceptBeginnings concepts) {
        this.engine = engine;
        this.indices = indices;
        this.concepts = concepts;
    }

    /**
     * At most {@value #MOST}; none before the second letter. Without an answer from the engine there are concepts alone.
     *
     * @param locale the reader's language: names of concepts and titles in it come first, and organisations that publish in it
     */
    public List<Suggestion> of(String typed, Locale locale, Reader reader) {
        String text = typed.strip();
        text = text.substring(0, Math.min(text.length(), LONGEST));
        if (text.codePoints().filter(Character::isLetterOrDigit).count() < FEWEST_LETTERS) {
            return List.of();
        }
        // The engine looks while the concepts are looked through.
        CompletableFuture<SearchResponse<Titled>> asked = begin(request(text, locale, reader));
        List<Suggestion> named = concepts.of(text, locale, MOST).stream().map(
                concept -> new Suggestion(Type.CONCEPT, concept.id(), concept.scheme(), concept.label(locale)))
                .toList();
        try {
            SearchResponse<Titled> found = engine.answer(PATIENCE, asked);
            return together(named, titles(found), organisations(found));
        } catch (SearchUnavailableException e) {
            return named;
        }
    }

    private CompletableFuture<SearchResponse<Titled>> begin(SearchRequest request) {
        try {
            indices.ensure(PATIENCE);
            return engine.begin(client -> client.search(request, Titled.class));
        } catch (SearchUnavailableException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Titles are the hits, organisations are counted beside them. */
    private static SearchRequest request(String text, Locale locale, Reader reader) {
        Query title = beginning("title", text);
        Query organisation = beginning("organisation", text);
        Query language = Query.of(q -> q.term(t -> t.field("languages").value(locale.getLanguage())));
        return SearchRequest.of(s -> s.index(IndexKind.MATERIALS.alias()).size(MOST)
                .trackTotalHits(t -> t.enabled(false)).source(source -> source.filter(f -> f.includes("title")))
                .query(q -> q.bool(b -> b.filter(Visible.to(reader))
                        .must(any -> any.bool(either -> either.should(title).should(organisation)
                                .minimumShouldMatch("1")))
                        .should(worth -> worth.constantScore(c -> c.filter(language).boost(LANGUAGE)))))
                .postFilter(title)
                .aggregations(ORGANISATIONS, a -> a.filter(organisation).aggregations(ORGANISATIONS,
                        names -> names
                                .terms(t -> t.field("organisationName").size(MOST).order(
                                        NamedValue.of(IN_LANGUAGE, SortOrder.Desc),
                                        NamedValue.of("_count", SortOrder.Desc)))
                                .aggregations(IN_LANGUAGE, count -> count.filter(language)))));
    }

    private static Query beginning(String field, String text) {
        return Unfinished.query(text, beginning -> Query
                .of(q -> q.matchBoolPrefix(m -> m.field(field).query(beginning).operator(Operator.And))));
    }

    private static List<Suggestion> titles(SearchResponse<Titled> found) {
        return found.hits().hits().stream().map(hit -> new Suggestion(Type.TITLE, Objects.requireNonNull(hit.id()),
                null, Objects.requireNonNull(hit.source()).title())).toList();
    }

    private static List<Suggestion> organisations(SearchResponse<Titled> found) {
        return found.aggregations().get(ORGANISATIONS).filter().aggregations().get(ORGANISATIONS).sterms().buckets()
                .array().stream().map(bucket -> bucket.key().stringValue())
                .map(name -> new Suggestion(Type.ORGANISATION, name, null, name)).toList();
    }

    private static List<Suggestion> together(List<Suggestion> concepts, List<Suggestion> titles,
            List<Suggestion> organisations) {
        int forConcepts = Math.max(CONCEPTS, MOST - titles.size() - organisations.size());
        int shownConcepts = Math.min(concepts.size(), forConcepts);
        int forTitles = Math.max(TITLES, MOST - shownConcepts - organisations.size());
        int shownTitles = Math.min(titles.size(), forTitles);
        List<Suggestion> all = new ArrayList<>(concepts.subList(0, shownConcepts));
        all.addAll(titles.subList(0, shownTitles));
        organisations.stream().limit(MOST - all.size()).forEach(all::add);
        return all;
    }
}
