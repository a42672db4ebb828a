package eu.counterpoint.exchange;

import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.search.Search;
import eu.counterpoint.search.SearchQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Finds what is published and what the reader may see. */
@RestController
@Tag(name = "Search")
class SearchApi {

    private final CurrentReader currentReader;
    private final Search search;
    private final SearchParameters parameters;
    private final SearchResults results;

    SearchApi(CurrentReader currentReader, Search search, SearchParameters parameters, SearchResults results) {
        this.currentReader = currentReader;
        this.search = search;
        this.parameters = parameters;
        this.results = results;
    }

    @GetMapping(path = "/api/search", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Search the library", description = """
            Any text is searched as far as it makes sense. Several values of one filter are alternatives, filters \
            combine. A facet's own choice does not narrow its own counts. Where the text names a concept, what is \
            filed under that concept is found too, after what has the words; "concepts" says which, and words-only \
            leaves it out.""")
    @Refuses({400, 503})
    ResponseEntity<SearchJson> find(HttpServletRequest request) {
        SearchQuery query = parameters.read(QueryString.of(request.getQueryString()));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(results.write(search.search(query, currentReader.get())));
    }
}
