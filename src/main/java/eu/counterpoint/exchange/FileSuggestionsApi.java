package eu.counterpoint.exchange;

import eu.counterpoint.account.Reader;
import eu.counterpoint.ingest.suggestion.FileSuggestions;
import eu.counterpoint.ingest.suggestion.Quote;
import eu.counterpoint.ingest.suggestion.Reason;
import eu.counterpoint.ingest.suggestion.Suggested;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.ui.Texts;
import eu.counterpoint.vocabulary.Vocabulary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the files of a record tell about it, for whoever describes it. */
@RestController
@Tag(name = "Materials")
class FileSuggestionsApi {

    private final Asking asking;
    private final FileSuggestions suggestions;
    private final Vocabulary vocabulary;
    private final Texts texts;

    FileSuggestionsApi(Asking asking, FileSuggestions suggestions, Vocabulary vocabulary, Texts texts) {
        this.asking = asking;
        this.suggestions = suggestions;
        this.vocabulary = vocabulary;
        this.texts = texts;
    }

    /** All that is suggested, as REST answers it. */
    @Schema(name = "MaterialSuggestions")
    record SuggestionsJson(
            @Schema(description = "Whether all files have been read; if not, more may come") boolean complete,
            @Schema(description = "By field, the best first; without what stands in the record already") List<SuggestionJson> suggestions) {}

    /** One value that a field may have. */
    @Schema(name = "MaterialSuggestion")
    record SuggestionJson(@Schema(description = "The field of the metadata", allowableValues = {"title", "themes",
            "audiences", "authors", "year", "language", "countries"}) String field,
            @Schema(description = "What it may hold: a concept's id, or the text itself", example = "prison-and-probation") String value,
            @Schema(description = "The same for people", example = "Prison and probation") String label,
            @Schema(description = "What led to it", allowableValues = {"file-says", "file-and-text-say", "first-page",
                    "text-language", "in-title", "in-heading", "often", "similar"}) String reason,
            @Schema(description = "The same as a sentence", example = "12 times in the text, on 7 of 40 pages.") String why,
            @Schema(description = "The passages that led to it, at most two") List<SuggestionPassageJson> passages,
            @Schema(description = "The most similar records that have it") List<SuggestionRecordJson> similar){}

    /** A stretch of a file's text. */
    @Schema(name = "MaterialSuggestionPassage")
    record SuggestionPassageJson(@Schema(description = "The file's id", example = "17") String file,
            @Schema(description = "The file's name", example = "report.pdf") String name,
            @Schema(description = "Page, slide or sheet, where the file has them") @Nullable Integer page,
            @Schema(description = "Escaped, with <mark> around the words that matter") String html) {}

    /** A record that is similar. */
    @Schema(name = "MaterialSuggestionRecord")
    record SuggestionRecordJson(String id, String title) {}

    @GetMapping(path = "/api/materials/{id}/suggestions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "See what the files tell about a record", description = """
            Title, themes, audiences, authors, year, language and countries that its files suggest, each with the passage that led \
            to it. For those who may change the record; nothing is written. Send what you like with PUT.""")
    @ApiResponse(responseCode = "200", description = "What is suggested, perhaps nothing", content = @Content(schema = @Schema(implementation = SuggestionsJson.class)))
    @Refuses({401, 403, 404, 410})
    ResponseEntity<SuggestionsJson> suggestions(@PathVariable String id) {
        Reader reader = asking.signedIn();
        Material material = asking.editable(Addresses.material(id), reader);
        boolean complete = material.files().stream().noneMatch(file -> file.outcome() == Outcome.PENDING);
        List<SuggestionJson> suggested = suggestions.of(material, reader).stream()
                .filter(one -> !one.isIn(material.description())).map(this::json).toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new SuggestionsJson(complete, suggested));
    }

    private SuggestionJson json(Suggested one) {
        Reason reason = one.reason();
        String label = one.field().scheme().map(scheme -> vocabulary.label(scheme, one.value(), Locale.ENGLISH))
                .orElse(one.value());
        return new SuggestionJson(one.field().id(), one.value(), label, reason.kind().id(),
                texts.get(reason.key(), reason.times(), reason.places(), reason.of()),
                one.quotes().stream().map(FileSuggestionsApi::json).toList(), one.alike().stream()
                        .map(record -> new SuggestionRecordJson(record.id().value(), record.title())).toList());
    }

    private static SuggestionPassageJson json(Quote quote) {
        return new SuggestionPassageJson(quote.file().toString(), quote.fileName(), quote.page(), quote.html());
    }
}
