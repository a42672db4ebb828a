package eu.counterpoint.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.SimpleQueryStringFlag;
import java.util.List;

/** How words are looked for in the two indices. */
final class TextSearch {

    /**
     * Where a word of the query may stand in a material, and how much that counts. The weights: what the title says
     * counts most; a word as it was written counts more than one with the same stem.
     */
    private static final List<String> MATERIAL = List.of("title^5", "in.*.title^4", "summary^2",
            "in.*.summary^1.6", "organisation^2", "authors^2", "files.name", "body", "in.*.body^0.8");
    private static final List<String> PASSAGE = List.of("text", "in.*^0.8");

    /** One or two words must all be there; of more, three quarters. */
    private static final String MOST_WORDS = "2<75%";

    private static final String ANY = "1";

    private TextSearch() {}

    static Query materials(QueryText text) {
        // Of alternatives one is enough; the words of each must then all be there.
        return text.hasAlternatives()
                ? query(text, MATERIAL, Operator.And, ANY)
                : query(text, MATERIAL, Operator.Or, MOST_WORDS);
    }

    static Query passages(QueryText text) {
        return query(text, PASSAGE, Operator.Or, ANY);
    }

    private static Query query(QueryText text, List<String> fields, Operator between, String atLeast) {
        return Query.of(q -> q.simpleQueryString(s -> s.query(text.text()).fields(fields)
                .flags(SimpleQueryStringFlag.And, SimpleQueryStringFlag.Or, SimpleQueryStringFlag.Not,
                        SimpleQueryStringFlag.Phrase, SimpleQueryStringFlag.Prefix, SimpleQueryStringFlag.Whitespace)
                .defaultOperator(between).minimumShouldMatch(atLeast).lenient(true)));
    }
}
