package eu.counterpoint.search;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields in which words are looked for, with their weights: what the title says counts most; each text stands in a
 * field that knows no language and in the field of its own language, of which the better one counts most.
 */
record SearchedFields(List<String> languages, List<String> material, List<String> materialNeutral, List<String> title,
        List<String> passage,
        List<String> passageNeutral) {

    /** How much the other fields of a word add to the best one. */
    static final double TIE = 0.3;
    /** More clauses than this would ask the engine for more than it gives one query. */
    private static final int MOST_CLAUSES = 900;
    private static final List<String> NEUTRAL = List.of("title^5", "summary^2", "organisation^2", "authors^2",
            "files.name", "body");

    /** The fields for so many words, in as many of the languages as that allows. */
    static SearchedFields of(List<String> languages, int words) {
        int most = Math.max(2, (MOST_CLAUSES / Math.max(1, words) - NEUTRAL.size()) / 3);
        List<String> material = new ArrayList<>(NEUTRAL);
        List<String> title = new ArrayList<>(List.of("title"));
        List<String> passage = new ArrayList<>(List.of("text"));
        List<String> few = languages.stream().limit(most).toList();
        few.stream().map(language -> "in." + language).forEach(in -> {
            material.addAll(List.of(in + ".title^4", in + ".summary^2", in + ".body"));
            title.add(in + ".title");
            passage.add(in);
        });
        return new SearchedFields(few, material, NEUTRAL, title, passage, List.of("text"));
    }
}
