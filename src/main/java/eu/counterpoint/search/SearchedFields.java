package eu.counterpoint.search;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields in which words are looked for, with their weights: what the title says counts most. Each text stands in the
 * field of its own language and in one that knows no language; the latter counts less, because it takes the forms of a word
 * for different words, which therefore look rare. The weights are measured; see {@code docs/relevance.md}.
 */
record SearchedFields(List<String> languages, List<String> material, List<String> materialNeutral, List<String> title,
        List<String> passage,
        List<String> passageNeutral) {

    /** How much the other fields of a word add to the best one. */
    static final double TIE = 0.5;
    /** More clauses than this would ask the engine for more than it gives one query. */
    private static final int MOST_CLAUSES = 900;
    private static final List<String> NEUTRAL = List.of("title^0.6", "summary^0.5", "organisation^2", "authors^2",
            "files.name", "body^0.5");

    /** The fields for so many words, in as many of the languages as that allows. */
    static SearchedFields of(List<String> languages, int words) {
        int most = Math.max(2, (MOST_CLAUSES / Math.max(1, words) - NEUTRAL.size()) / 3);
        List<String> material = new ArrayList<>(NEUTRAL);
        List<String> title = new ArrayList<>(List.of("title"));
        List<String> passage = new ArrayList<>(List.of("text"));
        List<String> few = languages.stream().limit(most).toList();
        few.stream().map(language -> "in." + language).forEach(in -> {
            material.addAll(List.of(in + ".title^1.2", in + ".summary^1.1", in + ".body"));
            title.add(in + ".title");
            passage.add(in);
        });
        return new SearchedFields(few, material, NEUTRAL, title, passage, List.of("text"));
    }
}
