package eu.counterpoint.search;

import eu.counterpoint.vocabulary.Scheme;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was found.
 *
 * @param total  materials found; exact
 * @param took   milliseconds in the engine
 * @param facets counts by scheme, highest first; a facet's own choice does not narrow its own counts
 * @param years  counts by year, newest first
 */
public record SearchResult(long total, long took, List<Hit> hits, Map<Scheme, List<FacetCount>> facets,
        List<FacetCount> years) {

    /** For a text in which nothing can be searched. */
    static final SearchResult NOTHING = new SearchResult(0, 0, List.of(),
            SearchQuery.FACETS.stream().collect(Collectors.toMap(Function.identity(), scheme -> List.of())), List.of());
}
