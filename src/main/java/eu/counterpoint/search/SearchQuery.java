package eu.counterpoint.search;

import eu.counterpoint.vocabulary.Scheme;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a reader looks for.
 *
 * @param text    as typed; empty means everything. Any text is searched as far as it makes sense
 * @param filters concept ids by scheme: several of one scheme are alternatives, schemes combine
 * @param years   years of publication, alternatives
 * @param page    from 0
 * @param size    1 to 100
 */
public record SearchQuery(String text, Map<Scheme, Set<String>> filters, Set<Integer> years, Sort sort, int page,
        int size) {

    /** The schemes that are counted beside every result. */
    public static final List<Scheme> FACETS = List.of(Scheme.THEME, Scheme.AUDIENCE, Scheme.KIND, Scheme.LANGUAGE,
            Scheme.COUNTRY);

    public static SearchQuery of(String text) {
        return new SearchQuery(text, Map.of(), Set.of(), Sort.RELEVANCE, 0, 20);
    }
}
