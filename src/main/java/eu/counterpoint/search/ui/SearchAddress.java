package eu.counterpoint.search.ui;

import com.vaadin.flow.router.QueryParameters;
import eu.counterpoint.search.SearchQuery;
import eu.counterpoint.search.Sort;
import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a reader looks for, as it stands in the address of a page: {@code ?q=…&theme=a&theme=b&year=2017&sort=newest}.
 * What an address says and nobody understands is left out.
 */
public record SearchAddress(SearchQuery query) {

    /** How many records a page of a list shows. */
    public static final int PAGE_SIZE = 20;

    /** The engine pages through this many hits at most. */
    private static final int DEEPEST = 10_000;

    /** The address that asks for everything with one concept. */
    public static SearchAddress of(Scheme scheme, String concept) {
        return new SearchAddress(query("", Map.of(scheme, Set.of(concept)), Set.of(), Sort.RELEVANCE, 0));
    }

    /** The address that asks for a text. */
    public static SearchAddress of(String text) {
        return new SearchAddress(query(text, Map.of(), Set.of(), Sort.RELEVANCE, 0));
    }

    /** Reads an address. */
    public static SearchAddress of(QueryParameters parameters, Vocabulary vocabulary) {
        Map<Scheme, Set<String>> filters = new EnumMap<>(Scheme.class);
        for (Scheme scheme : Scheme.values()) {
            Set<String> known = parameters.getParameters(scheme.id()).stream()
                    .flatMap(id -> vocabulary.find(scheme, id).stream()).map(Concept::id)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!known.isEmpty()) {
                filters.put(scheme, known);
            }
        }
        Set<Integer> years = parameters.getParameters("year").stream().filter(year -> year.matches("\\d{4}"))
                .map(Integer::valueOf).collect(Collectors.toCollection(TreeSet::new));
        Sort sort = parameters.getSingleParameter("sort").flatMap(Sort::of).orElse(Sort.RELEVANCE);
        int page = parameters.getSingleParameter("page").filter(number -> number.matches("\\d{1,4}"))
                .map(Integer::valueOf).orElse(0);
        String text = parameters.getSingleParameter("q").orElse("").strip();
        return new SearchAddress(query(text, filters, years, sort, Math.min(page, DEEPEST / PAGE_SIZE - 1)));
    }

    private static SearchQuery query(String text, Map<Scheme, Set<String>> filters, Set<Integer> years, Sort sort,
            int page) {
        return new SearchQuery(text, filters, years, sort, page, PAGE_SIZE);
    }

    /** How many pages can be shown of so many hits. */
    public static int pages(long total) {
        return Math.toIntExact((Math.min(total, DEEPEST) + PAGE_SIZE - 1) / PAGE_SIZE);
    }

    /** The address of the search page for this. */
    public String href() {
        QueryParameters parameters = parameters();
        return parameters.getParameters().isEmpty() ? "search" : "search?" + parameters.getQueryString();
    }

    /** The address of any page that understands this. */
    public String href(String path) {
        QueryParameters parameters = parameters();
        return parameters.getParameters().isEmpty() ? path : path + "?" + parameters.getQueryString();
    }

    /** As parameters; what is as usual is left out. */
    public QueryParameters parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (!query.text().isEmpty()) {
            parameters.put("q", List.of(query.text()));
        }
        for (Scheme scheme : Scheme.values()) {
            Set<String> chosen = query.filters().getOrDefault(scheme, Set.of());
            if (!chosen.isEmpty()) {
                parameters.put(scheme.id(), List.copyOf(chosen));
            }
        }
        if (!query.years().isEmpty()) {
            parameters.put("year", query.years().stream().map(String::valueOf).toList());
        }
        if (query.sort() != Sort.RELEVANCE) {
            parameters.put("sort", List.of(query.sort().id()));
        }
        if (query.page() > 0) {
            parameters.put("page", List.of(String.valueOf(query.page())));
        }
        return new QueryParameters(parameters);
    }

    public SearchAddress withText(String text) {
        return new SearchAddress(query(text, query.filters(), query.years(), query.sort(), 0));
    }

    public SearchAddress withSort(Sort sort) {
        return new SearchAddress(query(query.text(), query.filters(), query.years(), sort, 0));
    }

    public SearchAddress withPage(int page) {
        return new SearchAddress(query(query.text(), query.filters(), query.years(), query.sort(), page));
    }

    /** The same without any filter. */
    public SearchAddress withoutFilters() {
        return new SearchAddress(query(query.text(), Map.of(), Set.of(), query.sort(), 0));
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
        return new SearchAddress(query(query.text(), query.filters(), years, query.sort(), 0));
    }

    public SearchAddress without(int year) {
        Set<Integer> years = new TreeSet<>(query.years());
        years.remove(year);
        return new SearchAddress(query(query.text(), query.filters(), years, query.sort(), 0));
    }

    private SearchAddress filtered(Scheme scheme, UnaryOperator<Set<String>> change) {
        Map<Scheme, Set<String>> filters = new EnumMap<>(Scheme.class);
        filters.putAll(query.filters());
        Set<String> chosen = change.apply(new LinkedHashSet<>(filters.getOrDefault(scheme, Set.of())));
        if (chosen.isEmpty()) {
            filters.remove(scheme);
        } else {
            filters.put(scheme, chosen);
        }
        return new SearchAddress(query(query.text(), filters, query.years(), query.sort(), 0));
    }

    /** Everything that narrows the result, each with the address that goes on without it. */
    public List<Chosen> chosen(Vocabulary vocabulary, Locale locale) {
        List<Chosen> all = new ArrayList<>();
        query.filters().forEach((scheme, concepts) -> concepts.forEach(concept -> all
                .add(new Chosen(scheme.id(), vocabulary.label(scheme, concept, locale), without(scheme, concept)))));
        query.years().forEach(year -> all.add(new Chosen("year", year.toString(), without(year))));
        return all;
    }

    /**
     * A filter in use.
     *
     * @param facet id of its scheme, or {@code year}
     */
    public record Chosen(String facet, String label, SearchAddress without) {}
}
