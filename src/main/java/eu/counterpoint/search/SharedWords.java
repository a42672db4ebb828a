package eu.counterpoint.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.List;
import java.util.stream.IntStream;

/** Finds what shares words with a text, and knows of what it found which words these are. */
record SharedWords(List<String> words, SearchedFields fields) {

    private static final String NAME = "word-";

    static SharedWords of(List<String> words, List<String> languages) {
        return new SharedWords(words, SearchedFields.of(languages, words.size()));
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** What has a share of them, and at least one. */
    Query share(double share) {
        int atLeast = Math.max(1, (int) (words.size() * share));
        return Query.of(q -> q.bool(b -> b.should(each()).minimumShouldMatch(String.valueOf(atLeast))));
    }

    /** The words, each for itself. */
    List<Query> each() {
        return IntStream.range(0, words.size()).mapToObj(this::word).toList();
    }

    /** Those that a material has. */
    List<String> in(Hit<?> hit) {
        return IntStream.range(0, words.size()).filter(i -> hit.matchedQueries().containsKey(NAME + i))
                .mapToObj(words::get).toList();
    }

    private Query word(int i) {
        return Query.of(q -> q.bool(b -> b.queryName(NAME + i).must(fields.word(words.get(i)))));
    }
}
