package eu.counterpoint.exchange;

import eu.counterpoint.search.Limits;
import eu.counterpoint.search.NamedConcept;
import eu.counterpoint.search.SearchQuery;
import eu.counterpoint.search.Sort;
import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads what is searched out of the parameters of a request, and names what there is not. */
@Component
class SearchParameters {

    private static final Set<String> OTHERS = Set.of("q", "year", "from", "to", "evaluated", "files", "reusable",
            "words-only", "page", "size", "sort");

    private final Vocabulary vocabulary;

    SearchParameters(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** @throws Refusal that names a parameter or a value which there is not */
    SearchQuery read(QueryString query) {
        Map<Scheme, Set<String>> filters = new EnumMap<>(Scheme.class);
        for (String name : query.parameters().keySet()) {
            if (!OTHERS.contains(name)) {
                Scheme scheme = Scheme.of(name).orElseThrow(() -> refusal("unknown-parameter", name));
                Set<String> concepts = concepts(scheme, query.all(name));
                if (!concepts.isEmpty()) {
                    filters.put(scheme, concepts);
                }
            }
        }
        return new SearchQuery(String.join(" ", query.all("q")), filters, years(query.all("year")), limits(query),
                wordsOnly(query.all("words-only")), sort(query), number(query, "page", 0, 0, Integer.MAX_VALUE),
                number(query, "size", 20, 1, 100));
    }

    private Set<String> concepts(Scheme scheme, List<String> ids) {
        Set<String> concepts = new LinkedHashSet<>();
        for (String id : ids) {
            if (!id.isBlank()) {
                concepts.add(vocabulary.find(scheme, id.strip()).map(Concept::id)
                        .orElseThrow(() -> refusal("unknown-concept", id, scheme.id())));
            }
        }
        return concepts;
    }

    private Set<String> wordsOnly(List<String> keys) {
        Set<String> concepts = new LinkedHashSet<>();
        for (String key : keys) {
            if (!key.isBlank()) {
                concepts.add(NamedConcept.find(key, vocabulary).map(NamedConcept::key)
                        .orElseThrow(() -> refusal("unknown-key", key)));
            }
        }
        return concepts;
    }

    private static Limits limits(QueryString query) {
        return new Limits(query.one("from").map(SearchParameters::year).orElse(null),
                query.one("to").map(SearchParameters::year).orElse(null), query.flag("evaluated"), query.flag("files"),
                query.flag("reusable"));
    }

    private static Set<Integer> years(List<String> values) {
        Set<Integer> years = new TreeSet<>();
        values.stream().filter(value -> !value.isBlank()).forEach(value -> years.add(year(value)));
        return years;
    }

    private static Integer year(String value) {
        if (!value.strip().matches("\\d{1,4}")) {
            throw refusal("year-form", value);
        }
        return Integer.valueOf(value.strip());
    }

    private static Sort sort(QueryString query) {
        return query.one("sort").map(id -> Sort.of(id).orElseThrow(() -> refusal("unknown-sort", id)))
                .orElse(Sort.RELEVANCE);
    }

    static int number(QueryString query, String name, int otherwise, int lowest, int highest) {
        String value = query.one(name).map(String::strip).orElse(Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(value);
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // As wrong as one out of range.
        }
        throw refusal(name + "-range", value);
    }

    private static Refusal refusal(String key, Object... values) {
        return new Refusal(HttpStatus.BAD_REQUEST, key, values);
    }
}
