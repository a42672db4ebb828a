package eu.counterpoint.search;

import co.elastic.clients.elasticsearch._types.query_dsl.CombinedFieldsOperator;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The fields in which words are looked for. Each text stands in the fields of its own language and in those that know no language;
 * the latter count less, because they take the forms of a word for different words, which therefore look rare. The fields of a
 * language are counted together, as if they were one text (BM25F): a word in the title counts as if it stood there more than once.
 * Were each a text of its own, a word of the title would count twice, and more where titles are short. The weights are measured;
 * see {@code docs/relevance.md}.
 */
record SearchedFields(List<String> languages, List<Together> material, List<String> title, List<String> passage,
        List<String> passageNeutral) {

    /** How much the other texts in which a word stands add to the best one. */
    private static final double TIE = 0.5;
    /** More clauses than this would ask the engine for more than it gives one query. */
    private static final int MOST_CLAUSES = 900;
    private static final Together NEUTRAL = new Together(
            List.of("title^2", "summary^1.5", "organisation^2", "authors^2", "files.name", "body"), 0.5f);

    /** Fields that are analysed alike, how often a word in each counts, and what all of them are worth. */
    private record Together(List<String> fields, float worth) {

        Query word(String word) {
            return Query.of(q -> q.combinedFields(c -> c.query(word).fields(fields).boost(worth)
                    .operator(CombinedFieldsOperator.And)));
        }

        Query phrase(String words) {
            return Query.of(q -> q.multiMatch(m -> m.query(words).type(TextQueryType.Phrase).fields(fields)
                    .boost(worth)));
        }
    }

    /** The fields for so many words, in as many of the languages as that allows. */
    static SearchedFields of(List<String> languages, int words) {
        int most = Math.max(2, (MOST_CLAUSES / Math.max(1, words) - NEUTRAL.fields().size()) / 3);
        List<Together> material = new ArrayList<>(List.of(NEUTRAL));
        List<String> title = new ArrayList<>(List.of("title"));
        List<String> passage = new ArrayList<>(List.of("text"));
        List<String> few = languages.stream().limit(most).toList();
        few.stream().map(language -> "in." + language).forEach(in -> {
            material.add(new Together(List.of(in + ".title^2", in + ".summary^1.5", in + ".body"), 1));
            title.add(in + ".title");
            passage.add(in);
        });
        return new SearchedFields(few, material, title, passage, List.of("text"));
    }

    /** What has a word; of one with a hyphen, all of its parts. */
    Query word(String word) {
        return best(together -> together.word(word));
    }

    /** What has words one after the other in one field. */
    Query phrase(String words) {
        return best(together -> together.phrase(words));
    }

    /** What has a word that begins so. Only where no language is known does the beginning of a word mean anything. */
    Query beginning(String word) {
        return Unfinished.query(word, beginning -> Query.of(q -> q.multiMatch(m -> m.query(beginning)
                .type(TextQueryType.BoolPrefix).operator(Operator.And).fields(NEUTRAL.fields())
                .boost(NEUTRAL.worth()))));
    }

    private Query best(Function<Together, Query> in) {
        return Query.of(q -> q.disMax(d -> d.queries(material.stream().map(in).toList()).tieBreaker(TIE)));
    }
}
