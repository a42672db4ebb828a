package eu.counterpoint.search.ui;

import com.vaadin.flow.router.QueryParameters;
import eu.counterpoint.search.Limits;
import eu.counterpoint.search.NamedConcept;
import eu.counterpoint.search.SearchQuery;
import eu.counterpoint.search.Sort;
import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what is looked for out of the parameters of an address, and writes it there. */
final class AddressParameters {

    private static final String YEAR = "\\d{4}";

    private AddressParameters() {}

    static SearchQuery read(QueryParameters parameters, Vocabulary vocabulary) {
        Map<Scheme, Set<String>> filters = new EnumMap<>(Scheme.class);
        for (Scheme scheme : Scheme.values()) {
            Set<String> known = parameters.getParameters(scheme.id()).stream()
                    .flatMap(id -> vocabulary.find(scheme, id).stream()).map(Concept::id)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!known.isEmpty()) {
                filters.put(scheme, known);
            }
        }
        Set<Integer> years = parameters.getParameters("year").stream().filter(year -> year.matches(YEAR))
                .map(Integer::valueOf).collect(Collectors.toCollection(TreeSet::new));
        Limits limits = new Limits(year(parameters, "from"), year(parameters, "to"), on(parameters, "evaluated"),
                on(parameters, "files"), on(parameters, "reusable"));
        Set<String> wordsOnly = parameters.getParameters("words-only").stream()
                .flatMap(key -> NamedConcept.find(key, vocabulary).stream()).map(NamedConcept::key)
                .collect(Collectors.toCollection(TreeSet::new));
        Sort sort = parameters.getSingleParameter("sort").flatMap(Sort::of).orElse(Sort.RELEVANCE);
        int page = parameters.getSingleParameter("page").filter(number -> number.matches("\\d{1,4}"))
                .map(Integer::valueOf).orElse(0);
        String text = parameters.getSingleParameter("q").orElse("").strip();
        return new SearchQuery(text, filters, years, limits, wordsOnly, sort,
                Math.min(page, SearchAddress.DEEPEST / SearchAddress.PAGE_SIZE - 1), SearchAddress.PAGE_SIZE);
    }

    private static @Nullable Integer year(QueryParameters parameters, String name) {
        return parameters.getSingleParameter(name).filter(year -> year.matches(YEAR)).map(Integer::valueOf)
                .orElse(null);
    }

    private static boolean on(QueryParameters parameters, String name) {
        return parameters.getSingleParameter(name).filter("true"::equals).isPresent();
    }

    static QueryParameters write(SearchQuery query) {
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
        write(query.limits(), parameters);
        if (!query.wordsOnly().isEmpty()) {
            parameters.put("words-only", List.copyOf(query.wordsOnly()));
        }
        if (query.sort() != Sort.RELEVANCE) {
            parameters.put("sort", List.of(query.sort().id()));
        }
        if (query.page() > 0) {
            parameters.put("page", List.of(String.valueOf(query.page())));
        }
        return new QueryParameters(parameters);
    }

    private static void write(Limits limits, Map<String, List<String>> parameters) {
        if (limits.from() != null) {
            parameters.put("from", List.of(limits.from().toString()));
        }
        if (limits.to() != null) {
            parameters.put("to", List.of(limits.to().toString()));
        }
        Map<String, Boolean> switches = new LinkedHashMap<>();
        switches.put("evaluated", limits.evaluated());
        switches.put("files", limits.withFiles());
        switches.put("reusable", limits.reusable());
        switches.forEach((name, on) -> {
            if (on) {
                parameters.put(name, List.of("true"));
            }
        });
    }
}
