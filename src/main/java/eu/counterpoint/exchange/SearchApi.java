package eu.counterpoint.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.search.Search;
import eu.counterpoint.search.SearchQuery;
import eu.counterpoint.search.Sort;
import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Finds what is published and what the reader may see. */
@RestController
@Tag(name = "Search")
class SearchApi {

    private static final Set<String> OTHERS = Set.of("q", "year", "page", "size", "sort");

    private final CurrentReader currentReader;
    private final Search search;
    private final Vocabulary vocabulary;
    private final SearchResults results;

    SearchApi(CurrentReader currentReader, Search search, Vocabulary vocabulary, SearchResults results) {
        this.currentReader = currentReader;
        this.search = search;
        this.vocabulary = vocabulary;
        this.results = results;
    }

    @GetMapping(path = "/api/search", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Search the library", description = """
            Any text is searched as far as it makes sense. Several values of one filter are alternatives, filters \
            combine. A facet's own choice does not narrow its own counts.""")
    @Refuses({400, 503})
    ResponseEntity<SearchJson> find(HttpServletRequest request) {
        SearchQuery query = read(QueryString.of(request.getQueryString()));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(results.write(search.search(query, currentReader.get())));
    }

    SearchQuery read(QueryString query) {
        Map<Scheme, Set<String>> filters = new EnumMap<>(Scheme.class);
        for (String name : query.parameters().keySet()) {
            if (!OTHERS.contains(name)) {
                Scheme scheme = Scheme.of(name)
                        .orElseThrow(() -> new Refusal(HttpStatus.BAD_REQUEST, "unknown-parameter", name));
                Set<String> concepts = concepts(scheme, query.all(name));
                if (!concepts.isEmpty()) {
                    filters.put(scheme, concepts);
                }
            }
        }
        return new SearchQuery(String.join(" ", query.all("q")), filters, years(query.all("year")), sort(query),
                number(query, "page", 0, 0, Integer.MAX_VALUE), number(query, "size", 20, 1, 100));
    }

    private Set<String> concepts(Scheme scheme, List<String> ids) {
        Set<String> concepts = new LinkedHashSet<>();
        for (String id : ids) {
            if (!id.isBlank()) {
                concepts.add(vocabulary.find(scheme, id.strip()).map(Concept::id).orElseThrow(
                        () -> new Refusal(HttpStatus.BAD_REQUEST, "unknown-concept", id, scheme.id())));
            }
        }
        return concepts;
    }

    private static Set<Integer> years(List<String> values) {
        Set<Integer> years = new TreeSet<>();
        for (String value : values) {
            if (!value.isBlank()) {
                if (!value.strip().matches("\\d{1,4}")) {
                    throw new Refusal(HttpStatus.BAD_REQUEST, "year-form", value);
                }
                years.add(Integer.valueOf(value.strip()));
            }
        }
        return years;
    }

    private static Sort sort(QueryString query) {
        return query.one("sort").map(id -> Sort.of(id)
                .orElseThrow(() -> new Refusal(HttpStatus.BAD_REQUEST, "unknown-sort", id))).orElse(Sort.RELEVANCE);
    }

    private static int number(QueryString query, String name, int otherwise, int lowest, int highest) {
        String value = query.one(name).map(String::strip).orElse(Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(value);
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // As wrong as one out of range.
        }
        throw new Refusal(HttpStatus.BAD_REQUEST, name + "-range", value);
    }
}
