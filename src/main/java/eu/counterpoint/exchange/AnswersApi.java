package eu.counterpoint.exchange;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.search.NarrativeAnswers;
import eu.counterpoint.search.NarrativeTooLongException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Finds what answers a narrative. It comes in the body of a request, so that it stands in no address and no access log. */
@RestController
@Tag(name = "Search")
class AnswersApi {

    private static final int USUAL = 20;
    private static final int MOST = 100;

    private final CurrentReader currentReader;
    private final NarrativeAnswers answers;
    private final JsonBody json;
    private final AnswerResults results;

    AnswersApi(CurrentReader currentReader, NarrativeAnswers answers, JsonBody json, AnswerResults results) {
        this.currentReader = currentReader;
        this.answers = answers;
        this.json = json;
        this.results = results;
    }

    @Schema(name = "Narrative")
    record Asked(
            @Schema(description = "The claim or narrative; at most 5,000 characters", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String text,
            @Schema(description = "How many answers at most, 1 to 100", defaultValue = "20") @Nullable Integer size) {}

    @PostMapping(path = "/api/answers", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Find what answers a narrative", description = """
            By meaning, by the words that say most, and by the concepts that it names; each answer says why it was chosen. \
            The text is kept nowhere: in no log, no statistic, no stored search.""")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Asked.class)))
    @Refuses({400, 413, 415, 503})
    ResponseEntity<AnswersJson> answer(HttpServletRequest request) throws IOException {
        Asked asked = json.read(request.getInputStream(), Asked.class);
        if (asked.text() == null || asked.text().isBlank()) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "narrative-missing");
        }
        int size = asked.size() == null ? USUAL : asked.size();
        if (size < 1 || size > MOST) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "size-range", String.valueOf(size));
        }
        try {
            return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                    .body(results.write(answers.answer(asked.text(), size, currentReader.get())));
        } catch (NarrativeTooLongException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "narrative-too-long", NarrativeAnswers.MOST_CHARACTERS,
                    e.characters());
        }
    }
}
