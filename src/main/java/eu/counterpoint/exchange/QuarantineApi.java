package eu.counterpoint.exchange;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import eu.counterpoint.account.Accounts;
import eu.counterpoint.account.Reader;
import eu.counterpoint.exchange.QuarantineJson.Entry;
import eu.counterpoint.exchange.QuarantineJson.ReasonCount;
import eu.counterpoint.exchange.QuarantineJson.Retried;
import eu.counterpoint.exchange.QuarantineJson.RetryJson;
import eu.counterpoint.exchange.QuarantineJson.Wanted;
import eu.counterpoint.ingest.Advice;
import eu.counterpoint.ingest.Retries;
import eu.counterpoint.ingest.RetryState;
import eu.counterpoint.ingest.batch.BatchId;
import eu.counterpoint.library.Acceptance;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.Quarantine;
import eu.counterpoint.library.QuarantineCounts;
import eu.counterpoint.library.QuarantineFilter;
import eu.counterpoint.library.QuarantinedFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Everything that did not become fully searchable, and the retry of many. */
@RestController
@RequestMapping(path = "/api/quarantine", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Quarantine", description = "Files that did not become fully searchable; editors see all, contributors their own")
class QuarantineApi {

    private static final String RETRIES = "/api/quarantine/retries/";
    private static final int MOST_FILES = 1_000;
    private static final int USUAL_SIZE = 20;
    private static final int LARGEST_SIZE = 100;

    private final Asking asking;
    private final Quarantine quarantine;
    private final Retries retries;
    private final Records records;
    private final Advice advice;
    private final Accounts accounts;
    private final JsonBody json;

    QuarantineApi(Asking asking, Quarantine quarantine, Retries retries, Records records, Advice advice,
            Accounts accounts, JsonBody json) {
        this.asking = asking;
        this.quarantine = quarantine;
        this.retries = retries;
        this.records = records;
        this.advice = advice;
        this.accounts = accounts;
        this.json = json;
    }

    @GetMapping
    @Operation(summary = "List the quarantine", description = "Each file with its reason and what to do about it.", parameters = {
            @Parameter(name = "outcome", in = ParameterIn.QUERY, description = "Only files with this outcome; several are alternatives.", schema = @Schema(type = "string", allowableValues = {
                    "truncated", "empty", "encrypted", "unreadable", "timed-out", "crashed", "rejected"})),
            @Parameter(name = "reason", in = ParameterIn.QUERY, description = "Only files with this reason; several are alternatives. The answer's reasons say which there are.", schema = @Schema(type = "string", example = "scan")),
            @Parameter(name = "batch", in = ParameterIn.QUERY, description = "Only files that came with this batch, also in the counts.", schema = @Schema(type = "string")),
            @Parameter(name = "accepted", in = ParameterIn.QUERY, description = "true: those that somebody takes as they are, instead of those that need care.", schema = @Schema(type = "boolean", defaultValue = "false")),
            @Parameter(name = "page", in = ParameterIn.QUERY, description = "From 0.", schema = @Schema(type = "integer", defaultValue = "0")),
            @Parameter(name = "size", in = ParameterIn.QUERY, description = "1 to 100.", schema = @Schema(type = "integer", defaultValue = "20"))})
    @Refuses({400, 401})
    ResponseEntity<QuarantineJson> list(HttpServletRequest request) {
        Reader reader = asking.signedIn();
        QueryString query = QueryString.of(request.getQueryString());
        Set<Outcome> outcomes = query.all("outcome").stream().filter(id -> !id.isBlank())
                .map(QuarantineApi::outcome).collect(Collectors.toSet());
        Set<String> reasons = query.all("reason").stream().filter(id -> !id.isBlank()).map(this::reason)
                .collect(Collectors.toSet());
        String batch = query.one("batch").map(QuarantineApi::batch).orElse(null);
        int page = SearchParameters.number(query, "page", 0, 0, Integer.MAX_VALUE / LARGEST_SIZE);
        int size = SearchParameters.number(query, "size", USUAL_SIZE, 1, LARGEST_SIZE);
        Page<QuarantinedFile> files = quarantine.files(
                new QuarantineFilter(outcomes, reasons, batch, query.flag("accepted")), reader,
                PageRequest.of(page, size));
        QuarantineCounts counts = quarantine.counts(reader, batch);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(new QuarantineJson(files.getTotalElements(), page, size, byOutcome(counts), byReason(counts),
                        counts.accepted(),
                        files.stream().map(file -> entry(file, reader)).toList()));
    }

    @PostMapping(path = "/retry", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Read files again", description = """
            Some files, or all with an outcome or a reason, after OCR has been installed, say, in the whole library or in a \
            batch. Asked twice, it is done once. All may take long: the answer says where to ask how far it is.""")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Wanted.class)))
    @ApiResponse(responseCode = "200", description = "These files were put back to be read", content = @Content(schema = @Schema(implementation = Retried.class)))
    @ApiResponse(responseCode = "202", description = "All of these are being put back", content = @Content(schema = @Schema(implementation = RetryJson.class)))
    @Refuses({400, 401, 403, 415})
    ResponseEntity<?> retry(HttpServletRequest request) throws IOException {
        Reader by = asking.signedIn();
        Wanted wanted = json.read(request.getInputStream(), Wanted.class);
        boolean all = wanted.outcome() != null || wanted.reason() != null || wanted.batch() != null;
        if ((wanted.files() != null) == all) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "retry-what");
        }
        if (wanted.files() != null) {
            return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                    .body(new Retried(retries.retry(ids(wanted.files()), by)));
        }
        RetryState begun = retries.retryAll(filter(wanted), by);
        return ResponseEntity.accepted().location(URI.create(RETRIES + begun.id())).cacheControl(CacheControl.noStore())
                .body(json(begun));
    }

    @GetMapping("/retries/{id}")
    @Operation(summary = "How far a retry is")
    @ApiResponse(responseCode = "200", description = "How far it is", content = @Content(schema = @Schema(implementation = RetryJson.class)))
    @Refuses({401, 404})
    ResponseEntity<RetryJson> retries(@PathVariable String id) {
        Reader reader = asking.signedIn();
        RetryState state = (id.matches("\\d{1,18}")
                ? retries.find(Long.parseLong(id), reader)
                : Optional.<RetryState>empty())
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "no-such-retry"));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json(state));
    }

    private static List<FileId> ids(List<String> files) {
        if (files.size() > MOST_FILES) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "retry-many", MOST_FILES);
        }
        return files.stream().map(id -> {
            if (id == null || !id.matches("\\d{1,18}")) {
                throw new Refusal(HttpStatus.BAD_REQUEST, "file-id-form", String.valueOf(id));
            }
            return new FileId(Long.parseLong(id));
        }).toList();
    }

    private QuarantineFilter filter(Wanted wanted) {
        return new QuarantineFilter(wanted.outcome() == null ? Set.of() : Set.of(outcome(wanted.outcome())),
                wanted.reason() == null ? Set.of() : Set.of(reason(wanted.reason())),
                wanted.batch() == null ? null : batch(wanted.batch()), false);
    }

    private String reason(String id) {
        if (!advice.explains(id.strip())) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "unknown-reason", id);
        }
        return id.strip();
    }

    private static String batch(String id) {
        if (!BatchId.isWellFormed(id.strip())) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "batch-id-form", id);
        }
        return id.strip();
    }

    private static Outcome outcome(String id) {
        return Outcome.FOR_QUARANTINE.stream().filter(outcome -> outcome.id().equals(id.strip())).findFirst()
                .orElseThrow(() -> new Refusal(HttpStatus.BAD_REQUEST, "unknown-outcome", id));
    }

    private static Map<String, Long> byOutcome(QuarantineCounts counts) {
        Map<String, Long> byOutcome = new LinkedHashMap<>();
        Arrays.stream(Outcome.values()).filter(outcome -> counts.of(outcome) > 0)
                .forEach(outcome -> byOutcome.put(outcome.id(), counts.of(outcome)));
        return byOutcome;
    }

    private List<ReasonCount> byReason(QuarantineCounts counts) {
        return Arrays.stream(Outcome.values())
                .flatMap(outcome -> counts.reasons(outcome).entrySet().stream()
                        .map(reason -> new ReasonCount(reason.getKey(), outcome.id(),
                                advice.kind(reason.getKey(), Locale.ENGLISH), reason.getValue())))
                .toList();
    }

    private Entry entry(QuarantinedFile file, Reader by) {
        Acceptance accepted = file.file().accepted();
        return new Entry(file.material().value(), file.title(), file.status().id(),
                records.write(file.material(), file.file(), by), file.file().reason(),
                advice.todo(file.file(), Locale.ENGLISH),
                accepted == null ? null : accepted.at(), accepted == null ? null : accounts.name(accepted.by()));
    }

    private static RetryJson json(RetryState state) {
        QuarantineFilter files = state.files();
        return new RetryJson(Long.toString(state.id()), only(files.outcomes().stream().map(Outcome::id)),
                only(files.reasons().stream()), files.batch(), state.askedAt(), state.running(),
                state.total(), state.read(), state.searchable(), state.percent());
    }

    /** Null where there is none, or more than one. */
    private static @Nullable String only(Stream<String> names) {
        return names.collect(Collectors.collectingAndThen(Collectors.toList(),
                all -> all.size() == 1 ? all.getFirst() : null));
    }
}
