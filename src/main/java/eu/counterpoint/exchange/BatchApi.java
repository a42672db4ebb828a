package eu.counterpoint.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.exchange.BatchJson.FileJson;
import eu.counterpoint.exchange.BatchJson.RowJson;
import eu.counterpoint.exchange.IdempotencyKeys.Answer;
import eu.counterpoint.ingest.Upload;
import eu.counterpoint.ingest.batch.Batch;
import eu.counterpoint.ingest.batch.BatchFile;
import eu.counterpoint.ingest.batch.BatchId;
import eu.counterpoint.ingest.batch.BatchRow.Plan;
import eu.counterpoint.ingest.batch.Batches;
import eu.counterpoint.ingest.batch.Batches.Slice;
import eu.counterpoint.ingest.batch.Progress;
import eu.counterpoint.ui.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import tools.jackson.databind.json.JsonMapper;

/** Many materials at once. */
@RestController
@RequestMapping("/api/batches")
@Tag(name = "Batches", description = "Many materials at once: a dry run, then an import that goes on after any interruption")
class BatchApi {

    private static final String PATH = "/api/batches/";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String KEY_FORM = "1 to 255 printable characters of your choice";
    private static final int SIZE = 100;
    private static final int MOST = 1000;

    private final Asking asking;
    private final ReceivedParts receivedParts;
    private final Batches batches;
    private final IdempotencyKeys idempotencyKeys;
    private final JsonBody json;
    private final JsonMapper mapper;
    private final Texts texts;

    BatchApi(Asking asking, ReceivedParts receivedParts, Batches batches, IdempotencyKeys idempotencyKeys,
            JsonBody json, JsonMapper mapper, Texts texts) {
        this.asking = asking;
        this.receivedParts = receivedParts;
        this.batches = batches;
        this.idempotencyKeys = idempotencyKeys;
        this.json = json;
        this.mapper = mapper;
        this.texts = texts;
    }

    /** What a batch consists of, for the interface's description. */
    @Schema(name = "NewBatch")
    record NewBatch(
            @Schema(type = "string", format = "binary", description = "CSV or JSON: a row for each material, its metadata, a key of the sender's, and the names of its files. GET /api/batches/template shows the columns. Left out, each file becomes a material.") @Nullable String manifest,
            @Schema(type = "array", format = "binary", description = "Files, or ZIPs of files") @Nullable List<String> file) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Send a batch", description = """
            Keeps what is sent and makes the dry run: what would be created, updated and skipped, and what is wrong in \
            which row; see its rows. Nothing is imported before it is started. Sent again after an interruption or a \
            correction, only what is missing is imported. Sent twice with the same Idempotency-Key within a day, it is kept \
            once and answered the same.""", parameters = {
            @Parameter(name = "publish", in = ParameterIn.QUERY, description = "Publish its materials at once; for editors.", schema = @Schema(type = "boolean", defaultValue = "false")),
            @Parameter(name = "name", in = ParameterIn.QUERY, description = "What to call it; the table's name when left out.", schema = @Schema(type = "string"))})
    @RequestBody(content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA_VALUE, schema = @Schema(implementation = NewBatch.class)))
    @ApiResponse(responseCode = "201", description = "Kept, and looked at", content = @Content(schema = @Schema(implementation = BatchJson.class)))
    @Refuses({400, 401, 403, 413, 415, 422})
    ResponseEntity<String> send(
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Parameter(description = KEY_FORM) @Nullable String key,
            HttpServletRequest request) throws IOException, ServletException {
        Reader by = asking.signedIn();
        QueryString query = QueryString.of(request.getQueryString());
        boolean publish = query.flag("publish");
        if (publish && !by.is(Role.EDITOR)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "editors-only");
        }
        String name = query.one("name").orElse("");
        Collection<Part> parts = receivedParts.all(request);
        try {
            return created(kept(by, id -> {
                receive(id, parts, by);
                String asked = Fingerprint.of("POST " + PATH, publish + " " + name,
                        batches.content(id, by).getBytes(StandardCharsets.UTF_8), List.of());
                return once(by, key, asked, () -> batches.check(id, name, publish, by));
            }));
        } finally {
            for (Part part : parts) {
                part.delete();
            }
        }
    }

    private interface Work {
        Batch done() throws IOException;
    }

    private Answer once(Reader by, @Nullable String key, String asked, Work work) {
        return idempotencyKeys.once(by, key, asked, () -> {
            try {
                return answer(work.done());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static ResponseEntity<String> created(Answer answer) {
        return ResponseEntity.created(URI.create(answer.location())).cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON).body(answer.body());
    }

    private Answer answer(Batch batch) {
        return new Answer(PATH + batch.id(), 0, mapper.writeValueAsString(json(batch)));
    }

    /** A folder of the server. */
    @Schema(name = "ServerFolder")
    record Folder(
            @Schema(description = "Below the folder of the settings; left out or empty for itself") @Nullable String folder,
            @Schema(description = "Publish at once") @Nullable Boolean publish) {}

    @PostMapping(path = "/folder", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Send a folder of the server", description = """
            For administrators, where counterpoint.batch.folder is set. Taken as a ZIP of it would be, manifest.csv or \
            manifest.json included. The batch is answered at once; it is open until all has come and the dry run was made, \
            and open with a problem where it cannot be taken. Ask for it again to see how far it is. Sent twice with the same \
            Idempotency-Key within a day, it is taken once and answered the same.""")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Folder.class)))
    @ApiResponse(responseCode = "201", description = "Begun", content = @Content(schema = @Schema(implementation = BatchJson.class)))
    @Refuses({400, 401, 403, 415, 422})
    ResponseEntity<String> sendFolder(
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Parameter(description = KEY_FORM) @Nullable String key,
            HttpServletRequest request) throws IOException {
        Reader by = asking.signedIn();
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "administrators-only");
        }
        Folder wanted = json.read(request.getInputStream(), Folder.class);
        String folder = wanted.folder() == null ? "" : wanted.folder();
        boolean publish = Boolean.TRUE.equals(wanted.publish());
        String asked = Fingerprint.of("POST " + PATH + "folder", Boolean.toString(publish),
                folder.getBytes(StandardCharsets.UTF_8), List.of());
        return created(kept(by, id -> once(by, key, asked, () -> batches.receiveFolder(id, folder, publish, by))));
    }

    private interface Receiving {
        Answer receive(BatchId id) throws IOException;
    }

    /** Of a batch that cannot be taken, or was taken before, nothing is kept. */
    private Answer kept(Reader by, Receiving receiving) throws IOException {
        BatchId id = batches.open(by);
        boolean kept = false;
        try {
            Answer answer = receiving.receive(id);
            kept = answer.location().equals(PATH + id);
            return answer;
        } finally {
            if (!kept) {
                batches.discard(id, by);
            }
        }
    }

    private void receive(BatchId id, Collection<Part> parts, Reader by) throws IOException {
        boolean manifest = false;
        for (Part part : parts) {
            String name = part.getSubmittedFileName() == null ? "" : part.getSubmittedFileName();
            try (InputStream content = part.getInputStream()) {
                switch (part.getName()) {
                    case "manifest" -> {
                        if (manifest) {
                            throw new Refusal(HttpStatus.BAD_REQUEST, "manifest-twice");
                        }
                        manifest = true;
                        batches.receiveManifest(id, new Upload(name, content), by);
                    }
                    case "file" -> batches.receive(id, new Upload(name, content), by);
                    default -> throw new Refusal(HttpStatus.BAD_REQUEST, "batch-parts", part.getName());
                }
            }
        }
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List batches", description = "Your own, newest first; for editors everybody's.", parameters = {
            @Parameter(name = "page", in = ParameterIn.QUERY, schema = @Schema(type = "integer", defaultValue = "0")),
            @Parameter(name = "size", in = ParameterIn.QUERY, schema = @Schema(type = "integer", defaultValue = "100"))})
    @ApiResponse(responseCode = "200", description = "Batches and how far each is", content = @Content(schema = @Schema(implementation = BatchJson.Page.class)))
    @Refuses({400, 401})
    ResponseEntity<BatchJson.Page> list(HttpServletRequest request) {
        Reader by = asking.signedIn();
        Slice<Batch> slice = slice(request, (from, most) -> batches.list(by, from, most));
        Map<BatchId, Progress> progress = batches.progress(slice.some());
        return fresh(new BatchJson.Page(slice.total(), slice.some().stream()
                .map(batch -> BatchJson.of(batch, progress.get(batch.id()), texts)).toList()));
    }

    @GetMapping(path = "/template", produces = "text/csv")
    @Operation(summary = "A table to begin with", description = "Its columns, and a row that shows how cells are written: several values of a cell are parted by | or ;, concepts are named by their id or a label in any language.")
    ResponseEntity<byte[]> template() {
        // With the mark by which spreadsheets know UTF-8.
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"batch.csv\"")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(("\uFEFF" + batches.template()).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "How far a batch is", description = "Counted at this moment; the rate is of the last minute.")
    @Refuses({401, 404})
    ResponseEntity<BatchJson> read(@PathVariable String id) {
        return fresh(json(find(id)));
    }

    @GetMapping(path = "/{id}/rows", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The rows of a batch", description = "What the dry run says of each, and what became of it.", parameters = {
            @Parameter(name = "plan", in = ParameterIn.QUERY, description = "Only these: create, update, skip or faulty.", schema = @Schema(type = "string")),
            @Parameter(name = "page", in = ParameterIn.QUERY, schema = @Schema(type = "integer", defaultValue = "0")),
            @Parameter(name = "size", in = ParameterIn.QUERY, schema = @Schema(type = "integer", defaultValue = "100"))})
    @Refuses({400, 401, 404})
    ResponseEntity<BatchJson.Rows> rows(@PathVariable String id, HttpServletRequest request) {
        Batch batch = find(id);
        Plan plan = choice(request, "plan", Plan.values(), Plan::id, "unknown-plan");
        var slice = slice(request, (from, most) -> batches.rows(batch, plan, from, most));
        return fresh(new BatchJson.Rows(slice.total(), slice.some().stream().map(RowJson::of).toList()));
    }

    @GetMapping(path = "/{id}/files", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The files of a batch", description = "Where each is, and once it was read, whether another record that you may see has nearly the same text.", parameters = {
            @Parameter(name = "state", in = ParameterIn.QUERY, description = "Only these: waiting, extracting, indexing, done or failed.", schema = @Schema(type = "string")),
            @Parameter(name = "page", in = ParameterIn.QUERY, schema = @Schema(type = "integer", defaultValue = "0")),
            @Parameter(name = "size", in = ParameterIn.QUERY, schema = @Schema(type = "integer", defaultValue = "100"))})
    @Refuses({400, 401, 404})
    ResponseEntity<BatchJson.Files> files(@PathVariable String id, HttpServletRequest request) {
        Reader by = asking.signedIn();
        Batch batch = find(id);
        BatchFile.State state = choice(request, "state", BatchFile.State.values(), BatchFile.State::id,
                "unknown-file-state");
        var slice = slice(request, (from, most) -> batches.files(batch, state, from, most, by));
        return fresh(new BatchJson.Files(slice.total(),
                slice.some().stream().map(file -> FileJson.of(file, texts)).toList()));
    }

    @PostMapping(path = "/{id}/start", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Start the import", description = "Of every row that nothing is wrong with. Asked twice, it is started once.")
    @Refuses({401, 404, 409})
    ResponseEntity<BatchJson> start(@PathVariable String id) {
        return fresh(json(batches.start(find(id).id(), asking.signedIn())));
    }

    @PostMapping(path = "/{id}/pause", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Pause it", description = "Nothing more is imported; files that were handed over are still read.")
    @Refuses({401, 404, 409})
    ResponseEntity<BatchJson> pause(@PathVariable String id) {
        return fresh(json(batches.pause(find(id).id(), asking.signedIn())));
    }

    @PostMapping(path = "/{id}/resume", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Go on after a pause")
    @Refuses({401, 404, 409})
    ResponseEntity<BatchJson> resume(@PathVariable String id) {
        return fresh(json(batches.resume(find(id).id(), asking.signedIn())));
    }

    @PostMapping(path = "/{id}/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "End it", description = "What was imported stays.")
    @Refuses({401, 404, 409})
    ResponseEntity<BatchJson> cancel(@PathVariable String id) {
        return fresh(json(batches.cancel(find(id).id(), asking.signedIn())));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Forget a batch that was never started")
    @ApiResponse(responseCode = "204", description = "Forgotten")
    @Refuses({401, 404, 409})
    ResponseEntity<Void> discard(@PathVariable String id) {
        batches.discard(find(id).id(), asking.signedIn());
        return ResponseEntity.noContent().build();
    }

    private Batch find(String id) {
        Reader by = asking.signedIn();
        if (!BatchId.isWellFormed(id)) {
            throw new Refusal(HttpStatus.NOT_FOUND, "no-such-batch");
        }
        return batches.find(new BatchId(id), by);
    }

    private BatchJson json(Batch batch) {
        return BatchJson.of(batch, batches.progress(batch), texts);
    }

    private static <T> ResponseEntity<T> fresh(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    private interface Sliced<T> {
        Slice<T> slice(long from, int most);
    }

    private static <T> Slice<T> slice(HttpServletRequest request, Sliced<T> list) {
        QueryString query = QueryString.of(request.getQueryString());
        int page = number(query, "page", 0, 0, Integer.MAX_VALUE, "page-range");
        int size = number(query, "size", SIZE, 1, MOST, "batch-size-range");
        return list.slice((long) page * size, size);
    }

    private static int number(QueryString query, String name, int otherwise, int lowest, int highest, String refusal) {
        String value = query.one(name).map(String::strip).orElse(Integer.toString(otherwise));
        if (value.matches("\\d{1,9}") && Integer.parseInt(value) >= lowest && Integer.parseInt(value) <= highest) {
            return Integer.parseInt(value);
        }
        throw new Refusal(HttpStatus.BAD_REQUEST, refusal, value);
    }

    private static <T> @Nullable T choice(HttpServletRequest request, String name, T[] all, Function<T, String> id,
            String refusal) {
        String wanted = QueryString.of(request.getQueryString()).one(name).orElse(null);
        return wanted == null
                ? null
                : Arrays.stream(all).filter(one -> id.apply(one).equals(wanted)).findFirst()
                        .orElseThrow(() -> new Refusal(HttpStatus.BAD_REQUEST, refusal, wanted));
    }
}
