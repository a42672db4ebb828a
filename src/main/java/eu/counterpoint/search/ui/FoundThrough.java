package eu.counterpoint.search.ui;

import eu.counterpoint.search.Hit;
import eu.counterpoint.search.NamedConcept;
import eu.counterpoint.search.SearchResult;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * That a query named subjects in one language and records in another were found through them.
 *
 * @param concepts  the subjects
 * @param languages other than that of the query in which most of these records are, ISO 639-1; at most three
 * @param share     of the records that are in another language: 2 all, 1 half or more, 0 fewer
 */
record FoundThrough(List<NamedConcept> concepts, List<String> languages, int share) {

    private static final int MOST_LANGUAGES = 3;

    /** Looks at the hits that are shown. */
    static Optional<FoundThrough> of(SearchResult result) {
        if (result.concepts().isEmpty()) {
            return Optional.empty();
        }
        String asked = result.concepts().getFirst().language();
        List<NamedConcept> concepts = result.concepts().stream().filter(named -> named.language().equals(asked))
                .toList();
        List<String> all = result.hits().stream().map(Hit::language).filter(Objects::nonNull).toList();
        Map<String, Long> others = all.stream().filter(language -> !language.equals(asked))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long count = others.values().stream().mapToLong(Long::longValue).sum();
        int share = count == all.size() ? 2 : 2 * count >= all.size() ? 1 : 0;
        return count == 0
                ? Optional.empty()
                : Optional.of(new FoundThrough(concepts, mostFirst(others), share));
    }

    private static List<String> mostFirst(Map<String, Long> languages) {
        return languages.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_LANGUAGES).map(Map.Entry::getKey).toList();
    }
}
