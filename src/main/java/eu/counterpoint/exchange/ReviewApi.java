package eu.counterpoint.exchange;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import eu.counterpoint.account.Reader;
import eu.counterpoint.review.Review;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The way of a contribution. Each step answers with the record as it is then. */
@RestController
@RequestMapping(path = "/api/materials/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Review", description = "Submit, return with a note, publish, withdraw")
class ReviewApi {

    private final Asking asking;
    private final Review review;
    private final Answers answers;
    private final JsonBody json;

    ReviewApi(Asking asking, Review review, Answers answers, JsonBody json) {
        this.asking = asking;
        this.review = review;
        this.answers = answers;
        this.json = json;
    }

    @Schema(name = "Return")
    record Note(
            @Schema(description = "What should change", example = "Please name the publisher.") @Nullable String note) {}

    @Schema(name = "Withdrawal")
    record Reason(
            @Schema(description = "Shown to the public in its place", example = "Withdrawn at the author's wish.") @Nullable String reason) {}

    @PostMapping("/submit")
    @Operation(summary = "Submit a draft", description = "By its owner or an editor, once nothing needed is missing.")
    @Refuses({401, 403, 404, 409, 422})
    ResponseEntity<MaterialJson> submit(@PathVariable String id) {
        Reader by = asking.signedIn();
        return answers.record(review.submit(Addresses.material(id), by), by);
    }

    @PostMapping(path = "/return", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Return a contribution with a note", description = "By an editor.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Note.class)))
    @Refuses({400, 401, 403, 404, 409, 415})
    ResponseEntity<MaterialJson> requestChanges(@PathVariable String id, HttpServletRequest request)
            throws IOException {
        Reader by = asking.signedIn();
        String note = said(json.read(request.getInputStream(), Note.class).note(), "note-missing");
        return answers.record(review.requestChanges(Addresses.material(id), note, by), by);
    }

    @PostMapping("/publish")
    @Operation(summary = "Publish a material", description = "By an editor.")
    @Refuses({401, 403, 404, 409, 422})
    ResponseEntity<MaterialJson> publish(@PathVariable String id) {
        Reader by = asking.signedIn();
        return answers.record(review.publish(Addresses.material(id), by), by);
    }

    @PostMapping(path = "/withdraw", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Withdraw a published material", description = "By an editor. A tombstone with the reason stays.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class)))
    @Refuses({400, 401, 403, 404, 409, 415})
    ResponseEntity<MaterialJson> withdraw(@PathVariable String id, HttpServletRequest request) throws IOException {
        Reader by = asking.signedIn();
        String reason = said(json.read(request.getInputStream(), Reason.class).reason(), "reason-missing");
        return answers.record(review.withdraw(Addresses.material(id), reason, by), by);
    }

    private static String said(@Nullable String text, String otherwise) {
        if (text == null || text.isBlank()) {
            throw new Refusal(HttpStatus.BAD_REQUEST, otherwise);
        }
        return text.strip();
    }
}
