package eu.counterpoint.search;

import eu.counterpoint.vocabulary.Scheme;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a reader looks for.
 *
 * @param text      as typed; empty means everything. Any text is searched as far as it makes sense
 * @param filters   concept ids by scheme: several of one scheme are alternatives, schemes combine
 * @param years     years of publication, alternatives
 * @param limits    what else narrows the result
 * @param wordsOnly keys of concepts that the text names and that are not to be looked for; see {@link NamedConcept#key}
 * @param page      from 0
 * @param size      1 to 100
 */
public record SearchQuery(String text, Map<Scheme, Set<String>> filters, Set<Integer> years, Limits limits,
        Set<String> wordsOnly, Sort sort, int page, int size) {

    /** The schemes that are counted beside every result, in the order in which readers see them. */
    public static final List<Scheme> FACETS = List.of(Scheme.THEME, Scheme.AUDIENCE, Scheme.KIND, Scheme.LANGUAGE,
            Scheme.COUNTRY, Scheme.EVIDENCE_DESIGN, Scheme.EFFECT, Scheme.MESSENGER, Scheme.CHANNEL,
            Scheme.NARRATIVE_TYPE, Scheme.TECHNIQUE, Scheme.EXTREMISM, Scheme.PREVENTION_LEVEL, Scheme.INTENDED_USER,
            Scheme.WORKING_GROUP, Scheme.LICENCE);

    public SearchQuery(String text, Map<Scheme, Set<String>> filters, Set<Integer> years, Sort sort, int page,
            int size) {
        this(text, filters, years, Limits.NONE, Set.of(), sort, page, size);
    }

    public static SearchQuery of(String text) {
        return new SearchQuery(text, Map.of(), Set.of(), Sort.RELEVANCE, 0, 20);
    }

    /** The same, from the first hit on. */
    public SearchQuery withText(String text) {
        return new SearchQuery(text, filters, years, limits, wordsOnly, sort, 0, size);
    }

    /** The same, from the first hit on. */
    public SearchQuery withFilter(Scheme scheme, Set<String> ids) {
        Map<Scheme, Set<String>> all = new EnumMap<>(Scheme.class);
        all.putAll(filters);
        if (ids.isEmpty()) {
            all.remove(scheme);
        } else {
            // In the order in which they were chosen, as addresses show them.
            all.put(scheme, Collections.unmodifiableSet(new LinkedHashSet<>(ids)));
        }
        return new SearchQuery(text, all, years, limits, wordsOnly, sort, 0, size);
    }

    /** The same, from the first hit on. */
    public SearchQuery withYears(Set<Integer> years) {
        return new SearchQuery(text, filters, years, limits, wordsOnly, sort, 0, size);
    }

    /** The same, from the first hit on. */
    public SearchQuery withLimits(Limits limits) {
        return new SearchQuery(text, filters, years, limits, wordsOnly, sort, 0, size);
    }

    /** The same, from the first hit on. */
    public SearchQuery withWordsOnly(Set<String> concepts) {
        return new SearchQuery(text, filters, years, limits, concepts, sort, 0, size);
    }

    /** The same, from the first hit on. */
    public SearchQuery withSort(Sort sort) {
        return new SearchQuery(text, filters, years, limits, wordsOnly, sort, 0, size);
    }

    public SearchQuery withPage(int page, int size) {
        return new SearchQuery(text, filters, years, limits, wordsOnly, sort, page, size);
    }

    /** The same without anything that narrows the result. */
    public SearchQuery withoutFilters() {
        return new SearchQuery(text, Map.of(), Set.of(), Limits.NONE, wordsOnly, sort, 0, size);
    }

    /** The concepts of a scheme that were chosen. */
    Set<String> chosen(Scheme scheme) {
        return filters.getOrDefault(scheme, Set.of());
    }
}
