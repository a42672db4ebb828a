package eu.counterpoint.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import eu.counterpoint.account.Reader;
import eu.counterpoint.exchange.QuarantineJson.Secret;
import eu.counterpoint.extraction.Password;
import eu.counterpoint.file.DownloadResponse;
import eu.counterpoint.file.ExtractedTexts;
import eu.counterpoint.file.Passage;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.ingest.Opening;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.Quarantine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The files of a record: their originals, their text. */
@RestController
@RequestMapping("/api/materials/{id}/files")
@Tag(name = "Files", description = "Originals and their text")
class FileApi {

    /** Longer than most files take, shorter than proxies wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Asking asking;
    private final ReceivedParts receivedParts;
    private final IdempotencyKeys idempotencyKeys;
    private final Intake intake;
    private final Library library;
    private final Quarantine quarantine;
    private final Opening opening;
    private final ExtractedTexts extractedTexts;
    private final DownloadResponse downloads;
    private final Answers answers;
    private final JsonBody json;

    FileApi(Asking asking, ReceivedParts receivedParts, IdempotencyKeys idempotencyKeys, Intake intake,
            Library library, Quarantine quarantine, Opening opening, ExtractedTexts extractedTexts,
            DownloadResponse downloads, Answers answers,
            JsonBody json) {
        this.asking = asking;
        this.receivedParts = receivedParts;
        this.idempotencyKeys = idempotencyKeys;
        this.intake = intake;
        this.library = library;
        this.quarantine = quarantine;
        this.opening = opening;
        this.extractedTexts = extractedTexts;
        this.downloads = downloads;
        this.answers = answers;
        this.json = json;
    }

    /** For the interface's description. */
    @Schema(name = "Files")
    record Files(@Schema(type = "array", format = "binary", description = "One or more files") List<String> file) {}

    /** For the interface's description. */
    @Schema(name = "OneFile")
    record OneFile(@Schema(type = "string", format = "binary") String file) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Add a file", description = "Or several. Idempotency-Key counts as for a new material.")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA_VALUE, schema = @Schema(implementation = Files.class)))
    @ApiResponse(responseCode = "201", description = "Received; the record with its files", content = @Content(schema = @Schema(implementation = MaterialJson.class)))
    @Refuses({400, 401, 403, 404, 410, 413, 415, 422})
    ResponseEntity<String> add(@PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request) throws IOException, ServletException {
        Reader by = asking.signedIn();
        MaterialId material = Addresses.material(id);
        asking.editable(material, by);
        try (ReceivedParts.Parts parts = receivedParts.receive(request)) {
            if (parts.metadata() != null) {
                throw new Refusal(HttpStatus.BAD_REQUEST, "unknown-part", "metadata");
            }
            if (parts.files().isEmpty()) {
                throw new Refusal(HttpStatus.BAD_REQUEST, "file-missing");
            }
            return answers.created(receivedParts.kept(parts.files(), files -> {
                String asked = Fingerprint.of("POST " + Records.PATH + material + "/files", "", null, files);
                return idempotencyKeys.once(by, key, asked,
                        () -> answers.toRemember(intake.add(material, files, by), by));
            }));
        }
    }

    @Schema(name = "FileLanguage")
    record Language(
            @Schema(description = "ISO 639-1, of the scheme of languages", example = "de") @Nullable String language) {}

    @PutMapping(path = "/{file}/language", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Correct the language of a file", description = "Its text is then searched as text in that language, but for parts that certainly are in another. Answers with the record.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Language.class)))
    @Refuses({400, 401, 403, 404, 410, 415})
    ResponseEntity<MaterialJson> language(@PathVariable String id, @PathVariable String file,
            HttpServletRequest request) throws IOException {
        Reader by = asking.signedIn();
        Material material = library.visible(Addresses.material(id), by);
        MaterialFile found = Addresses.file(material, file);
        String language = json.read(request.getInputStream(), Language.class).language();
        if (language == null || language.isBlank()) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "language-missing");
        }
        return answers.record(library.correctLanguage(material.id(), found.id(), language, by), by);
    }

    @PostMapping(path = "/{file}/retry", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Read a file again", description = "One that did not become fully searchable; by its owner or an editor. Asked twice, it is done once. One that was opened with its password is left as it is: 409. Answers with the record.")
    @Refuses({401, 403, 404, 409, 410})
    ResponseEntity<MaterialJson> retry(@PathVariable String id, @PathVariable String file) {
        Reader by = asking.signedIn();
        Material material = library.visible(Addresses.material(id), by);
        MaterialFile found = Addresses.file(material, file);
        if (found.opened() && found.outcome().isForQuarantine()) {
            throw new Refusal(HttpStatus.CONFLICT, "retry-opened", found.name());
        }
        intake.retry(material.id(), found.id(), by);
        return answers.record(library.visible(material.id(), by), by);
    }

    @PostMapping(path = "/{file}/accept", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Accept a file as it is", description = "Though it is not fully searchable: it leaves the quarantine. By whoever may change the record. Reading it again takes that back. Answers with the record.")
    @Refuses({401, 403, 404, 410})
    ResponseEntity<MaterialJson> accept(@PathVariable String id, @PathVariable String file) {
        Reader by = asking.signedIn();
        Material material = library.visible(Addresses.material(id), by);
        return answers.record(quarantine.accept(material.id(), Addresses.file(material, file).id(), by), by);
    }

    @PostMapping(path = "/{file}/password", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Open an encrypted file with its password", description = """
            The password is used once and kept nowhere; until the file was read it stays encrypted. By whoever may change the \
            record. Answers with the record when the file was read; with 202 where that takes longer.""")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Secret.class)))
    @ApiResponse(responseCode = "200", description = "The file was read; the record", content = @Content(schema = @Schema(implementation = MaterialJson.class)))
    @ApiResponse(responseCode = "202", description = "The file is still being read; the record as it is until then", content = @Content(schema = @Schema(implementation = MaterialJson.class)))
    @Refuses({400, 401, 403, 404, 409, 410, 415, 422, 503})
    ResponseEntity<MaterialJson> open(@PathVariable String id, @PathVariable String file, HttpServletRequest request)
            throws IOException, InterruptedException {
        Reader by = asking.signedIn();
        Material material = library.visible(Addresses.material(id), by);
        MaterialFile found = Addresses.file(material, file);
        String secret = json.read(request.getInputStream(), Secret.class).password();
        if (secret == null || !Password.isUsable(secret)) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "file-password-form", Password.LONGEST);
        }
        Future<Opening.Result> opening = this.opening.open(material.id(), found.id(), new Password(secret), by);
        try {
            Opening.Result result = opening.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (result != Opening.Result.OPENED) {
                throw new Refusal(status(result), "open-" + result.id(), found.name());
            }
            return answers.record(library.visible(material.id(), by), by);
        } catch (TimeoutException e) {
            return ResponseEntity.accepted().cacheControl(CacheControl.noStore())
                    .body(answers.record(library.visible(material.id(), by), by).getBody());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpStatus status(Opening.Result result) {
        return switch (result) {
            case OPENED -> HttpStatus.OK;
            case WRONG, NOT_POSSIBLE, FAILED -> HttpStatus.UNPROCESSABLE_CONTENT;
            case NOT_ENCRYPTED, UNDER_WAY -> HttpStatus.CONFLICT;
            case LATER -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    @PutMapping(path = "/{file}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Replace a file", description = "By another, in one part called file; the record stays, and the new file is read. By whoever may change the record. Sent twice, it is done once. Answers with the record.")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA_VALUE, schema = @Schema(implementation = OneFile.class)))
    @ApiResponse(responseCode = "200", description = "Received; the record with its files", content = @Content(schema = @Schema(implementation = MaterialJson.class)))
    @Refuses({400, 401, 403, 404, 410, 413, 415})
    ResponseEntity<MaterialJson> replace(@PathVariable String id, @PathVariable String file,
            HttpServletRequest request) throws IOException, ServletException {
        Reader by = asking.signedIn();
        Material material = asking.editable(Addresses.material(id), by);
        MaterialFile replaced = Addresses.file(material, file);
        try (ReceivedParts.Parts parts = receivedParts.receive(request)) {
            if (parts.metadata() != null) {
                throw new Refusal(HttpStatus.BAD_REQUEST, "unknown-part", "metadata");
            }
            if (parts.files().size() != 1) {
                throw new Refusal(HttpStatus.BAD_REQUEST, "one-file");
            }
            return answers.record(receivedParts.kept(parts.files(),
                    files -> intake.replace(material.id(), replaced.id(), files.getFirst(), by)), by);
        }
    }

    @DeleteMapping("/{file}")
    @Operation(summary = "Take a file off the record")
    @ApiResponse(responseCode = "204", description = "It is no longer part of the record")
    @Refuses({401, 403, 404, 410})
    ResponseEntity<Void> remove(@PathVariable String id, @PathVariable String file) {
        Reader by = asking.signedIn();
        Material material = library.visible(Addresses.material(id), by);
        Material now = library.removeFile(material.id(), Addresses.file(material, file).id(), by);
        return ResponseEntity.noContent().header(HttpHeaders.ETAG, IfMatch.tag(now.revision())).build();
    }

    @GetMapping("/{file}")
    @Operation(summary = "Download the original", description = "Byte for byte as it was received. Ranges are served.")
    @ApiResponse(responseCode = "200", description = "The original", content = @Content(mediaType = MediaType.ALL_VALUE, schema = @Schema(type = "string", format = "binary")))
    @Refuses({403, 404, 409, 410, 416})
    ResponseEntity<Resource> original(@PathVariable String id, @PathVariable String file) throws IOException {
        MaterialFile found = taken(id, file);
        return downloads.of(found.sha256(), found.name(), found.mediaType());
    }

    @GetMapping("/{file}/text")
    @Operation(summary = "Read the text of a file", description = "Pages, slides or sheets are separated by form feeds.")
    @ApiResponse(responseCode = "200", description = "The text", content = @Content(mediaType = "text/plain;charset=utf-8", schema = @Schema(type = "string")))
    @Refuses({403, 404, 409, 410})
    void text(@PathVariable String id, @PathVariable String file, HttpServletResponse response) throws IOException {
        MaterialFile found = taken(id, file);
        if (found.outcome() == Outcome.PENDING) {
            throw new Refusal(HttpStatus.CONFLICT, "not-read-yet", found.name());
        }
        try (Stream<Passage> passages = found.extractor() == null
                ? Stream.empty()
                : extractedTexts.passages(found.sha256(), found.extractor())) {
            response.setContentType("text/plain;charset=utf-8");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache, private");
            var pages = new PagedText(response.getWriter());
            passages.forEach(pages::write);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private MaterialFile taken(String id, String file) {
        Reader by = asking.anybody();
        MaterialFile found = Addresses.file(library.visible(Addresses.material(id), by), file);
        if (!found.mayBeTaken(by)) {
            throw found.outcome() == Outcome.PENDING
                    ? new Refusal(HttpStatus.CONFLICT, "not-checked-yet", found.name())
                    : new Refusal(HttpStatus.FORBIDDEN, "withheld", found.name());
        }
        return found;
    }
}
