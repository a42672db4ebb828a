package eu.counterpoint.browse;

import eu.counterpoint.account.Reader;
import eu.counterpoint.search.Evidence;
import eu.counterpoint.search.FacetCount;
import eu.counterpoint.search.Hit;
import eu.counterpoint.search.Search;
import eu.counterpoint.search.SearchQuery;
import eu.counterpoint.search.SearchResult;
import eu.counterpoint.search.SearchUnavailableException;
import eu.counterpoint.search.Sort;
import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How much there is, as one reader may see it.
 *
 * @param total     records
 * @param languages how many languages they are in
 * @param evaluated how many of them have an evaluation
 * @param newest    the newest additions
 */
record LibraryNumbers(long total, int languages, long evaluated, Map<Scheme, List<FacetCount>> facets,
        List<Hit> newest) {

    private static final int NEWEST = 6;

    /** Empty where the search engine does not answer. */
    static Optional<LibraryNumbers> of(Search search, Reader reader) {
        try {
            SearchResult all = search.search(new SearchQuery("", Map.of(), Set.of(), Sort.NEWEST, 0, NEWEST), reader);
            long evaluated = all.facets().getOrDefault(Scheme.EVIDENCE_DESIGN, List.of()).stream()
                    .filter(count -> Evidence.isEvaluation(count.id())).mapToLong(FacetCount::count).sum();
            int languages = all.facets().getOrDefault(Scheme.LANGUAGE, List.of()).size();
            return Optional.of(new LibraryNumbers(all.total(), languages, evaluated, all.facets(), all.hits()));
        } catch (SearchUnavailableException e) {
            return Optional.empty();
        }
    }

    long count(Concept concept) {
        return facets.getOrDefault(concept.scheme(), List.of()).stream()
                .filter(count -> count.id().equals(concept.id())).mapToLong(FacetCount::count).sum();
    }

    /** The concepts of a scheme, those with the most records first. */
    List<Concept> mostFirst(Vocabulary vocabulary, Scheme scheme) {
        return vocabulary.concepts(scheme).stream().sorted(Comparator.comparingLong(this::count).reversed()).toList();
    }
}
