package eu.counterpoint.exchange;

import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.search.Suggestion;
import eu.counterpoint.search.Suggestions;
import eu.counterpoint.vocabulary.Scheme;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Suggests, while somebody types, what they may be after and may see. */
@RestController
@Tag(name = "Search")
class SuggestionsApi {

    private final CurrentReader currentReader;
    private final Suggestions suggestions;

    SuggestionsApi(CurrentReader currentReader, Suggestions suggestions) {
        this.currentReader = currentReader;
        this.suggestions = suggestions;
    }

    /** What was suggested, as REST answers it. */
    @Schema(name = "Suggestions")
    record SuggestionsJson(@Schema(description = "At most eight") List<SuggestionJson> suggestions) {}

    /** One suggestion. */
    @Schema(name = "Suggestion")
    record SuggestionJson(@Schema(allowableValues = {
            "concept", "title", "organisation"}) String type,
            @Schema(description = "Of the concept or the material; of an organisation its name") String id,
            @Schema(description = "The list that a concept belongs to") @Nullable String scheme, String label){

        static SuggestionJson of(Suggestion suggestion) {
            Scheme scheme = suggestion.scheme();
            return new SuggestionJson(suggestion.type().id(), suggestion.id(), scheme == null ? null : scheme.id(),
                    suggestion.label());
        }
    }

    @GetMapping(path = "/api/suggestions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Suggest while somebody types", description = """
            Concepts, titles and organisations that begin so, or a word of which does; from two letters on. Concepts are \
            found by their names in any language. What is in the language of Accept-Language comes first.""", parameters = @Parameter(in = ParameterIn.QUERY, name = "q", description = "What has been typed so far", schema = @Schema(type = "string")))
    ResponseEntity<SuggestionsJson> suggest(HttpServletRequest request) {
        String typed = String.join(" ", QueryString.of(request.getQueryString()).all("q"));
        Locale locale = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? Locale.ENGLISH : request.getLocale();
        List<SuggestionJson> all = suggestions.of(typed, locale, currentReader.get()).stream().map(SuggestionJson::of)
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new SuggestionsJson(all));
    }
}
