package eu.counterpoint.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import eu.counterpoint.account.Reader;
import eu.counterpoint.vocabulary.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Builds the requests that find what shares words and concepts with a narrative. */
final class AnswersRequest {

    /** What is filed under a concept counts less than what has any of the words. */
    private static final float CONCEPT = 0.1f;

    private final SharedWords words;
    private final List<NamedConcept> concepts;
    private final double share;
    private final Reader reader;

    /** @param share of the words that a record must have where it has none of the concepts */
    AnswersRequest(SharedWords words, List<NamedConcept> concepts, double share, Reader reader) {
        this.words = words;
        this.concepts = concepts;
        this.share = share;
        this.reader = reader;
    }

    boolean isEmpty() {
        return words.isEmpty() && concepts.isEmpty();
    }

    SharedWords words() {
        return words;
    }

    List<NamedConcept> concepts() {
        return concepts;
    }

    /** Of the concepts that the narrative names, those under which this is filed. */
    List<NamedConcept> concepts(MaterialDocument material) {
        return concepts.stream()
                .filter(named -> material.all(named.concept().scheme()).contains(named.concept().id())).toList();
    }

    /** The words as a search asks for them, to find passages. */
    TextSearch text(ConceptNames names) {
        return TextSearch.of(QueryText.of(String.join(" ", words.words())), names, Set.of(),
                words.fields().languages());
    }

    SearchRequest best(int size) {
        List<Query> ways = new ArrayList<>();
        if (!words.isEmpty()) {
            ways.add(words.share(share));
        }
        concepts.forEach(named -> ways.add(Query.of(q -> q.constantScore(c -> c.boost(CONCEPT)
                .filter(filed(named))))));
        return SearchRequest.of(s -> s.index(IndexKind.MATERIALS.alias()).size(size)
                .source(source -> source.fetch(false)).trackTotalHits(t -> t.enabled(false))
                .query(q -> q.bool(b -> b.filter(Visible.to(reader)).should(ways).minimumShouldMatch("1"))));
    }

    /** Those of them that say what they answer with. */
    SearchRequest answering(List<String> ids) {
        List<Query> says = Stream.of(Scheme.NARRATIVE_TYPE, Scheme.TECHNIQUE)
                .map(scheme -> Query.of(q -> q.exists(e -> e.field("concepts." + scheme.id())))).toList();
        return SearchRequest.of(s -> s.index(IndexKind.MATERIALS.alias()).size(ids.size())
                .source(source -> source.fetch(false)).trackTotalHits(t -> t.enabled(false))
                .query(q -> q.bool(b -> b.filter(Visible.to(reader)).filter(these -> these.ids(i -> i.values(ids)))
                        .filter(any -> any.bool(either -> either.should(says).minimumShouldMatch("1"))))));
    }

    /** These, with stretches of text, and with what they share. */
    SearchRequest these(List<String> ids) {
        return SearchRequest.of(s -> {
            s.index(IndexKind.MATERIALS.alias()).size(ids.size()).version(true)
                    .trackTotalHits(t -> t.enabled(false))
                    .query(q -> q.bool(b -> b.filter(Visible.to(reader))
                            .filter(these -> these.ids(i -> i.values(ids))).should(words.each())));
            return words.isEmpty()
                    ? s
                    : s.highlight(Marks.material(words.fields().languages(), words.share(0)));
        });
    }

    private static Query filed(NamedConcept named) {
        return Query.of(q -> q.term(t -> t.field("concepts." + named.concept().scheme().id())
                .value(FieldValue.of(named.concept().id()))));
    }
}
