package eu.counterpoint.search.ui;

import com.vaadin.flow.router.QueryParameters;
import eu.counterpoint.search.Limits;
import eu.counterpoint.search.SearchQuery;
import eu.counterpoint.search.Sort;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What a reader looks for, as it stands in the address of a page: {@code ?q=…&theme=a&theme=b&year=2017&sort=newest}.
 * What an address says and nobody understands is left out.
 */
public record SearchAddress(SearchQuery query) {

    /** How many records a page of a list shows. */
    public static final int PAGE_SIZE = 20;

    /** The engine pages through this many hits at most. */
    static final int DEEPEST = 10_000;

    /** The address that asks for everything with one concept. */
    public static SearchAddress of(Scheme scheme, String concept) {
        return of("").with(scheme, concept);
    }

    /** The address that asks for a text. */
    public static SearchAddress of(String text) {
        return new SearchAddress(new SearchQuery(text, Map.of(), Set.of(), Sort.RELEVANCE, 0, PAGE_SIZE));
    }

    /** Reads an address. */
    public static SearchAddress of(QueryParameters parameters, Vocabulary vocabulary) {
        return new SearchAddress(AddressParameters.read(parameters, vocabulary));
    }

    /** How many pages can be shown of so many hits. */
    public static int pages(long total) {
        return Math.toIntExact((Math.min(total, DEEPEST) + PAGE_SIZE - 1) / PAGE_SIZE);
    }

    /** The address of the search page for this. */
    public String href() {
        return href("search");
    }

    /** The address of any page that understands this. */
    public String href(String path) {
        QueryParameters parameters = parameters();
        return parameters.getParameters().isEmpty() ? path : path + "?" + parameters.getQueryString();
    }

    /** As parameters; what is as usual is left out. */
    public QueryParameters parameters() {
        return AddressParameters.write(query);
    }

    public SearchAddress withText(String text) {
        return new SearchAddress(query.withText(text));
    }

    public SearchAddress withSort(Sort sort) {
        return new SearchAddress(query.withSort(sort));
    }

    public SearchAddress withPage(int page) {
        return new SearchAddress(query.withPage(page, PAGE_SIZE));
    }

    public SearchAddress with(Limits limits) {
        return new SearchAddress(query.withLimits(limits));
    }

    /** The same, where a concept that the text names is not looked for; see {@link SearchQuery#wordsOnly}. */
    public SearchAddress withWordsOnly(String concept) {
        Set<String> concepts = new TreeSet<>(query.wordsOnly());
        concepts.add(concept);
        return new SearchAddress(query.withWordsOnly(concepts));
    }

    /** The same without anything that narrows the result. */
    public SearchAddress withoutFilters() {
        return new SearchAddress(query.withoutFilters());
    }

    public SearchAddress with(Scheme scheme, String concept) {
        return filtered(scheme, chosen -> {
            chosen.add(concept);
            return chosen;
        });
    }

    public SearchAddress without(Scheme scheme, String concept) {
        return filtered(scheme, chosen -> {
            chosen.remove(concept);
            return chosen;
        });
    }

    public SearchAddress with(int year) {
        Set<Integer> years = new TreeSet<>(query.years());
        years.add(year);
        return new SearchAddress(query.withYears(years));
    }

    public SearchAddress without(int year) {
        Set<Integer> years = new TreeSet<>(query.years());
        years.remove(year);
        return new SearchAddress(query.withYears(years));
    }

    private SearchAddress filtered(Scheme scheme, UnaryOperator<Set<String>> change) {
        Set<String> chosen = new LinkedHashSet<>(query.filters().getOrDefault(scheme, Set.of()));
        return new SearchAddress(query.withFilter(scheme, change.apply(chosen)));
    }

    /** Everything that narrows the result, each with the address that goes on without it. */
    public List<Chosen> chosen(Vocabulary vocabulary, Locale locale) {
        List<Chosen> all = new ArrayList<>();
        query.filters().forEach((scheme, concepts) -> concepts.forEach(concept -> all
                .add(new Chosen(scheme.id(), vocabulary.label(scheme, concept, locale), without(scheme, concept)))));
        query.years().forEach(year -> all.add(new Chosen("year", year.toString(), without(year))));
        Limits limits = query.limits();
        if (limits.from() != null) {
            all.add(new Chosen("from", limits.from().toString(), with(limits.withYears(null, limits.to()))));
        }
        if (limits.to() != null) {
            all.add(new Chosen("to", limits.to().toString(), with(limits.withYears(limits.from(), null))));
        }
        if (limits.evaluated()) {
            all.add(new Chosen("evaluated", "", with(limits.withEvaluated(false))));
        }
        if (limits.withFiles()) {
            all.add(new Chosen("files", "", with(limits.withFiles(false))));
        }
        if (limits.reusable()) {
            all.add(new Chosen("reusable", "", with(limits.withReusable(false))));
        }
        return all;
    }

    /**
     * A filter in use.
     *
     * @param facet id of its scheme, or the parameter that the address has for it
     * @param label of what was chosen; empty where there is nothing to choose but yes
     */
    public record Chosen(String facet, String label, SearchAddress without) {

        /** Whether it is one of the {@link Limits}. */
        public boolean isLimit() {
            return !facet.equals("year") && Scheme.of(facet).isEmpty();
        }
    }
}
