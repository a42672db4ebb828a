package eu.counterpoint.exchange;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.exchange.IdempotencyKeys.Answer;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.NewFile;
import eu.counterpoint.review.Review;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Encoding;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Records: contribute, read and describe. */
@RestController
@RequestMapping("/api/materials")
@Tag(name = "Materials", description = "Catalogue records")
class MaterialApi {

    private final Asking asking;
    private final ReceivedParts receivedParts;
    private final IdempotencyKeys idempotencyKeys;
    private final Intake intake;
    private final Library library;
    private final Review review;
    private final Answers answers;
    private final JsonBody json;

    MaterialApi(Asking asking, ReceivedParts receivedParts, IdempotencyKeys idempotencyKeys,
            Intake intake, Library library, Review review, Answers answers, JsonBody json) {
        this.asking = asking;
        this.receivedParts = receivedParts;
        this.idempotencyKeys = idempotencyKeys;
        this.intake = intake;
        this.library = library;
        this.review = review;
        this.answers = answers;
        this.json = json;
    }

    /** What a contribution consists of, for the interface's description. */
    @Schema(name = "Contribution")
    record Contribution(
            @Schema(description = "What is known already; the rest is filled in from the files") @Nullable Metadata metadata,
            @Schema(type = "array", format = "binary", description = "Any number of files") @Nullable List<String> file) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Contribute a material", description = """
            Makes a draft of a description and any number of files. The answer comes when everything is kept safely; the \
            files are read after that, see the outcome of each in the record. Sent twice with the same Idempotency-Key \
            within a day, it is done once and answered the same.""", parameters = @Parameter(name = "publish", in = ParameterIn.QUERY, description = "Publish at once; for editors.", schema = @Schema(type = "boolean", defaultValue = "false")))
    @RequestBody(content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA_VALUE, schema = @Schema(implementation = Contribution.class), encoding = @Encoding(name = "metadata", contentType = MediaType.APPLICATION_JSON_VALUE)))
    @ApiResponse(responseCode = "201", description = "Received: the files are kept and will be read", content = @Content(schema = @Schema(implementation = MaterialJson.class)))
    @Refuses({400, 401, 403, 413, 415, 422})
    ResponseEntity<String> contribute(
            @RequestHeader(name = "Idempotency-Key", required = false) @Parameter(description = "1 to 255 printable characters of your choice") @Nullable String key,
            HttpServletRequest request) throws IOException, ServletException {
        Reader by = asking.signedIn();
        boolean publish = QueryString.of(request.getQueryString()).flag("publish");
        if (publish && !by.is(Role.EDITOR)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "editors-only");
        }
        try (ReceivedParts.Parts parts = receivedParts.receive(request)) {
            Description stated = parts.metadata() == null
                    ? Description.EMPTY
                    : json.read(parts.metadata(), Metadata.class).description();
            return answers.created(receivedParts.kept(parts.files(), files -> {
                String asked = Fingerprint.of("POST /api/materials", Boolean.toString(publish), parts.metadata(),
                        files);
                return idempotencyKeys.once(by, key, asked, () -> create(stated, files, publish, by));
            }));
        }
    }

    private Answer create(Description stated, List<NewFile> files, boolean publish, Reader by) {
        if (!publish) {
            return answers.toRemember(intake.create(stated, files, by), by);
        }
        Material draft = intake.create(stated, files, by);
        return answers.toRemember(review.publish(draft.id(), by), by);
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Read a record", description = "With its files and what became of reading each.")
    @ApiResponse(responseCode = "200", description = "The record; its ETag is the revision", content = @Content(schema = @Schema(implementation = MaterialJson.class)))
    @Refuses({404, 410})
    ResponseEntity<MaterialJson> read(@PathVariable String id) {
        Reader reader = asking.anybody();
        return answers.record(library.visible(Addresses.material(id), reader), reader);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Describe a material anew", description = """
            Replaces the whole description: what is left out is no longer stated. If-Match says which revision it was \
            made on, so that nobody's edit is lost.""")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Metadata.class)))
    @ApiResponse(responseCode = "200", description = "The record as it is now", content = @Content(schema = @Schema(implementation = MaterialJson.class)))
    @Refuses({400, 401, 403, 404, 410, 412, 415, 428})
    ResponseEntity<MaterialJson> describe(@PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Parameter(description = "The ETag of the record that you edited, or *", example = "\"3\"") @Nullable String ifMatch,
            HttpServletRequest request) throws IOException {
        Reader by = asking.signedIn();
        MaterialId material = Addresses.material(id);
        long current = asking.editable(material, by).revision();
        IfMatch condition = IfMatch.of(ifMatch);
        Description stated = json.read(request.getInputStream(), Metadata.class).description();
        if (!condition.matches(current)) {
            throw new Refusal(HttpStatus.PRECONDITION_FAILED, "stale");
        }
        return answers.record(library.describe(material, current, stated, by), by);
    }
}
