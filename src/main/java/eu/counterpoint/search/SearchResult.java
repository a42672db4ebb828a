package eu.counterpoint.search;

import eu.counterpoint.vocabulary.Scheme;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param total      materials found; exact
 * @param took       milliseconds in the engine
 * @param facets     counts by scheme, highest first; a facet's own choice does not narrow its own counts
 * @param years      counts by year, newest first
 * @param concepts   that the text names and that were looked for, too
 * @param suggestion the text as it may have been meant, where it finds more; or null
 */
public record SearchResult(long total, long took, List<Hit> hits, Map<Scheme, List<FacetCount>> facets,
        List<FacetCount> years, List<NamedConcept> concepts, @Nullable String suggestion) {

    /** For a text in which nothing can be searched. */
    static final SearchResult NOTHING = new SearchResult(0, 0, List.of(),
            SearchQuery.FACETS.stream().collect(Collectors.toMap(Function.identity(), scheme -> List.of())), List.of(),
            List.of(), null);

    SearchResult suggesting(@Nullable String suggestion) {
        return new SearchResult(total, took, hits, facets, years, concepts, suggestion);
    }
}
