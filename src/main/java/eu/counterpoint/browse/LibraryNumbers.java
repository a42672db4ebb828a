package eu.counterpoint.browse;

import eu.counterpoint.account.Reader;
import eu.counterpoint.search.FacetCount;
import eu.counterpoint.search.Hit;
import eu.counterpoint.search.Search;
import eu.counterpoint.search.SearchQuery;
import eu.counterpoint.search.SearchResult;
import eu.counterpoint.search.SearchUnavailableException;
import eu.counterpoint.search.Sort;
import eu.counterpoint.search.ui.EvidenceBadge;
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
    static Optional<LibraryNumbers> of(Search search, Vocabulary vocabulary, Reader reader) {
        try {
            SearchResult all = search.search(new SearchQuery("", Map.of(), Set.of(), Sort.NEWEST, 0, NEWEST), reader);
            Set<String> evaluations = EvidenceBadge.evaluations(vocabulary);
            long evaluated = evaluations.isEmpty() || all.total() == 0
                    ? 0
                    : search
                            .search(new SearchQuery("", Map.of(Scheme.EVIDENCE_DESIGN, evaluations), Set.of(),
                                    Sort.NEWEST, 0,
                                    1), reader)
                            .total();
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
