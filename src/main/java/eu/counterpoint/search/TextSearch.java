package eu.counterpoint.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import eu.counterpoint.search.ParsedQuery.Kind;
import eu.counterpoint.search.ParsedQuery.Term;
import eu.counterpoint.vocabulary.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the words of a query are looked for in the two indices: each word, or the concept that it names, in every field at
 * once. A record need not have all words of a long query, nor the words that are common in every text.
 */
final class TextSearch {

    /** Of so many words all are needed. */
    static final int ALL_NEEDED = 2;
    /** Of one or two words all, of more three quarters, then half; of a whole sentence any: what is rare in it decides. */
    private static final String MOST_WORDS = "2<75% 5<50% 7<1";
    /** What is filed under a concept counts less than what has any of the words. */
    private static final float CONCEPT = 0.1f;
    /** Of what is found through a concept, in whatever language, English comes first: most readers read it. */
    private static final float READ_BY_MOST = 0.005f;

    private final ParsedQuery query;
    private final List<Alternative> alternatives;
    private final SearchedFields fields;

    /** Terms that are looked for together, and the concepts that some of them name. */
    private record Alternative(List<Term> terms, List<ConceptNames.Span> spans) {

        static Alternative of(List<Term> terms, ConceptNames names, Set<String> wordsOnly) {
            return new Alternative(terms, names
                    .spans(terms.stream().map(term -> term.isPlainWord() ? term.text() : "").toList(), wordsOnly));
        }

        List<Unit> units() {
            List<Unit> units = new ArrayList<>();
            int at = 0;
            while (at < terms.size()) {
                ConceptNames.Span span = spanAt(at);
                int end = at + (span == null ? 1 : span.count());
                units.add(new Unit(terms.subList(at, end), span));
                at = end;
            }
            return units;
        }

        private ConceptNames.@Nullable Span spanAt(int at) {
            return spans.stream().filter(span -> span.first() == at).findFirst().orElse(null);
        }
    }

    /** A term, or several that name a concept. */
    private record Unit(List<Term> terms, ConceptNames.@Nullable Span span) {

        Term first() {
            return terms.getFirst();
        }
    }

    private TextSearch(ParsedQuery query, List<Alternative> alternatives, SearchedFields fields) {
        this.query = query;
        this.alternatives = alternatives;
        this.fields = fields;
    }

    /**
     * Looks for a text.
     *
     * @param languages of the texts in the library, the most frequent first
     * @param wordsOnly keys of concepts that are not to be looked for
     */
    static TextSearch of(QueryText text, ConceptNames names, Set<String> wordsOnly, List<String> languages) {
        ParsedQuery parsed = ParsedQuery.of(text);
        return new TextSearch(parsed,
                parsed.alternatives().stream().map(terms -> Alternative.of(terms, names, wordsOnly)).toList(),
                SearchedFields.of(languages, parsed.sought().size()));
    }

    boolean isEmpty() {
        return query.alternatives().isEmpty();
    }

    /** The languages in whose fields is looked. */
    List<String> languages() {
        return fields.languages();
    }

    /** Whether it is words alone, in which meaning can be looked for. */
    boolean isPlain() {
        return query.isPlain();
    }

    /** How many words it has that say something. */
    long contentWords() {
        return query.sought().stream().filter(term -> !StopWords.contain(term.text())).count();
    }

    List<NamedConcept> concepts() {
        return ConceptNames.concepts(alternatives.stream().flatMap(one -> one.spans().stream()).toList());
    }

    /** What is found by its words. */
    Query materials() {
        return materials(MOST_WORDS);
    }

    /** What has any of the words; the score is that of {@link #materials()} for what that finds, too. */
    Query anyWords() {
        return materials("1");
    }

    private Query materials(String needed) {
        return alternatives.size() == 1
                ? most(alternatives.getFirst(), needed)
                : Query.of(q -> q.bool(b -> b.should(alternatives.stream().map(this::all).toList())
                        .minimumShouldMatch("1")));
    }

    private Query most(Alternative only, String needed) {
        boolean allCommon = only.terms().stream().allMatch(term -> common(term) || term.excluded());
        BoolQuery.Builder most = new BoolQuery.Builder().minimumShouldMatch(needed);
        BoolQuery.Builder whole = new BoolQuery.Builder();
        boolean counted = false;
        for (Unit unit : only.units()) {
            Term term = unit.first();
            if (term.excluded()) {
                whole.mustNot(material(unit));
            } else if (term.required()) {
                whole.must(material(unit));
            } else if (unit.span() == null && common(term) && !allCommon) {
                if (!StopWords.sayNothing(term.text())) {
                    whole.should(material(unit));
                }
            } else {
                most.should(material(unit));
                counted = true;
            }
        }
        if (counted) {
            whole.must(Query.of(q -> q.bool(most.build())));
        }
        return Query.of(q -> q.bool(whole.build()));
    }

    private Query all(Alternative one) {
        BoolQuery.Builder all = new BoolQuery.Builder();
        one.units().forEach(unit -> {
            if (unit.first().excluded()) {
                all.mustNot(material(unit));
            } else {
                all.must(material(unit));
            }
        });
        return Query.of(q -> q.bool(all.build()));
    }

    /** Ranks passages by any of the words; what is excluded or belongs to the description plays no part. */
    Query passages() {
        List<Query> any = query.sought().stream().filter(term -> term.scope() == null)
                .map(term -> term(term, fields.passage(), fields.passageNeutral())).toList();
        return any.isEmpty()
                ? Query.of(q -> q.matchNone(none -> none))
                : Query.of(q -> q.bool(b -> b.should(any).minimumShouldMatch("1")));
    }

    private static boolean common(Term term) {
        return term.isPlainWord() && !term.required() && StopWords.contain(term.text());
    }

    private Query material(Unit unit) {
        return unit.span() == null ? material(unit.first()) : named(unit.terms(), unit.span());
    }

    /** The words themselves, or what is filed under the concept that they name. */
    private Query named(List<Term> words, ConceptNames.Span span) {
        List<Query> ways = new ArrayList<>();
        List<Query> each = words.stream().map(this::material).toList();
        ways.add(each.size() == 1 ? each.getFirst() : Query.of(q -> q.bool(b -> b.must(each))));
        List<Query> filed = span.concepts().stream()
                .map(named -> filed(named, weight(named.concept().scheme()))).toList();
        ways.add(Query.of(q -> q.bool(b -> b.must(m -> m.disMax(best -> best.queries(filed)))
                .should(worth(READ_BY_MOST, "languages", "en")))));
        return Query.of(q -> q.disMax(d -> d.queries(ways).tieBreaker(0.0)));
    }

    /** What a record is about says more than for whom it is, and that more than how it was done. */
    private static float weight(Scheme scheme) {
        return switch (scheme) {
            case THEME -> 1f;
            case AUDIENCE -> 0.9f;
            case MESSENGER -> 0.8f;
            default -> 0.5f;
        };
    }

    /** What is filed under a concept. @param weight of the concept among others */
    static Query filed(NamedConcept named, float weight) {
        return worth(CONCEPT * weight, MaterialsRequest.concept(named.concept().scheme()), named.concept().id());
    }

    private static Query worth(float score, String field, String value) {
        return Query.of(q -> q.constantScore(c -> c.boost(score)
                .filter(f -> f.term(t -> t.field(field).value(FieldValue.of(value))))));
    }

    private Query material(Term term) {
        return switch (term.scope()) {
            case null -> switch (term.kind()) {
                case WORD -> fields.word(term.text());
                case PHRASE -> fields.phrase(term.text());
                case PREFIX -> fields.beginning(term.text());
            };
            case TITLE -> term(term, fields.title(), List.of("title"));
            case ORGANISATION -> term(term, List.of("organisation"), List.of("organisation"));
            case AUTHOR -> term(term, List.of("authors"), List.of("authors"));
        };
    }

    /** @param neutral the fields that know no language, in which alone the beginning of a word means anything */
    private static Query term(Term term, List<String> fields, List<String> neutral) {
        return switch (term.kind()) {
            case WORD -> match(term.text(), TextQueryType.BestFields, fields);
            case PHRASE -> match(term.text(), TextQueryType.Phrase, fields);
            case PREFIX -> Unfinished.query(term.text(),
                    beginning -> match(beginning, TextQueryType.BoolPrefix, neutral));
        };
    }

    private static Query match(String words, TextQueryType type, List<String> fields) {
        return Query.of(q -> q.multiMatch(m -> {
            m.query(words).type(type).fields(fields).lenient(true);
            return type == TextQueryType.Phrase ? m : m.operator(Operator.And);
        }));
    }
}
