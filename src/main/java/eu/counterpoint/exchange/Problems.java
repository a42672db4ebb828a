package eu.counterpoint.exchange;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.NoSuchMessageException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.account.RefusedException;
import eu.counterpoint.exchange.Refusal.Wrong;
import eu.counterpoint.file.FileTooLargeException;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.ingest.batch.BatchNotFoundException;
import eu.counterpoint.ingest.batch.BatchRefusedException;
import eu.counterpoint.ingest.UnsupportedTypeException;
import eu.counterpoint.library.IncompleteException;
import eu.counterpoint.library.InvalidDescriptionException;
import eu.counterpoint.library.MaterialNotFoundException;
import eu.counterpoint.library.MaterialWithdrawnException;
import eu.counterpoint.library.NotAllowedException;
import eu.counterpoint.library.StaleRevisionException;
import eu.counterpoint.library.WrongStatusException;
import eu.counterpoint.search.SearchUnavailableException;
import eu.counterpoint.ui.Texts;

/** Says in plain words why a request was not served: problem details after RFC 9457. */
@RestControllerAdvice
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final Texts texts;
    private final CurrentReader currentReader;
    private final Intake intake;
    private final Records records;

    Problems(Texts texts, CurrentReader currentReader, Intake intake, Records records) {
        this.texts = texts;
        this.currentReader = currentReader;
        this.intake = intake;
        this.records = records;
    }

    /**
     * What was thrown goes on as it is for every address that is not part of this interface, and where the answer has begun
     * already: then the connection breaks, so that nobody takes half a file for a whole one.
     */
    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> explain(Exception thrown, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (!concern(request) || response.isCommitted()) {
            throw thrown;
        }
        return switch (thrown) {
            case Refusal e -> answer(e.status(), e.key(), e.wrong(), e.values());
            case MaterialNotFoundException e -> answer(HttpStatus.NOT_FOUND, "not-found");
            case MaterialWithdrawnException e -> withdrawn(e);
            case NotAllowedException e -> notAllowed();
            case StaleRevisionException e -> answer(HttpStatus.PRECONDITION_FAILED, "stale");
            case WrongStatusException e -> answer(HttpStatus.CONFLICT, "wrong-status");
            case IncompleteException e -> incomplete(e);
            case InvalidDescriptionException e -> invalid(e);
            case FileTooLargeException e -> tooLarge();
            case MaxUploadSizeExceededException e -> tooLarge();
            case UnsupportedTypeException e -> answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-type", e.name(),
                    e.mediaType());
            case BatchNotFoundException e -> answer(HttpStatus.NOT_FOUND, "no-such-batch");
            case BatchRefusedException e -> batchRefused(e);
            case SearchUnavailableException e -> searchUnavailable(e);
            case AccessDeniedException e -> throw e;
            case AuthenticationException e -> throw e;
            case AsyncRequestNotUsableException e -> null;
            case RefusedException e -> answer(HttpStatus.BAD_REQUEST, "account", e.getMessage());
            case MultipartException e -> answer(HttpStatus.BAD_REQUEST, "upload-broken");
            case ErrorResponse e -> ofSpring(e.getStatusCode(), e.getHeaders(), thrown);
            case DataAccessResourceFailureException e -> catalogueUnavailable(e);
            case CannotCreateTransactionException e -> catalogueUnavailable(e);
            default -> unexpected(thrown);
        };
    }

    /** Whether a request is for this interface. */
    static boolean concern(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    private ResponseEntity<ProblemDetail> batchRefused(BatchRefusedException e) {
        HttpStatus status = switch (e.kind()) {
            case WRONG -> HttpStatus.BAD_REQUEST;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case NOT_NOW -> HttpStatus.CONFLICT;
        };
        return answer(status, "batch", texts.get(e.key(), e.values()));
    }

    private ResponseEntity<ProblemDetail> searchUnavailable(SearchUnavailableException e) {
        log.warn("A search was not answered: {}", String.valueOf(e.getCause()));
        return later(answer(HttpStatus.SERVICE_UNAVAILABLE, "search-unavailable"));
    }

    private ResponseEntity<ProblemDetail> catalogueUnavailable(Exception e) {
        log.warn("The database does not answer: {}", NestedExceptionUtils.getMostSpecificCause(e).toString());
        return later(answer(HttpStatus.SERVICE_UNAVAILABLE, "catalogue-unavailable"));
    }

    private ResponseEntity<ProblemDetail> noRoom(Exception thrown) {
        log.error("The disk is full: a request could not be kept", thrown);
        return later(answer(HttpStatus.INSUFFICIENT_STORAGE, "no-room"));
    }

    private ResponseEntity<ProblemDetail> tooLarge() {
        return answer(HttpStatus.CONTENT_TOO_LARGE, "too-large", size(intake.maxFileBytes()));
    }

    private ResponseEntity<ProblemDetail> notAllowed() {
        return currentReader.get().signedIn()
                ? answer(HttpStatus.FORBIDDEN, "not-allowed")
                : answer(HttpStatus.UNAUTHORIZED, "sign-in");
    }

    private ResponseEntity<ProblemDetail> withdrawn(MaterialWithdrawnException e) {
        ResponseEntity<ProblemDetail> answer = answer(HttpStatus.GONE, "withdrawn");
        answer.getBody().setProperty("tombstone", records.tombstone(e.tombstone()));
        return answer;
    }

    private ResponseEntity<ProblemDetail> incomplete(IncompleteException e) {
        List<Wrong> missing = e.missing().stream().map(field -> new Wrong(field, missing(field))).toList();
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, "incomplete", missing, String.join(", ", e.missing()));
    }

    private String missing(String field) {
        return texts.get(field.equals("consent") ? "exchange.missing.consent" : "exchange.missing", field);
    }

    private ResponseEntity<ProblemDetail> invalid(InvalidDescriptionException e) {
        List<Wrong> wrong = e.problems().stream()
                .map(problem -> new Wrong(problem.field(), texts.get(problem.key(), problem.value()))).toList();
        String details = wrong.stream().map(one -> one.field() + ": " + one.detail()).collect(Collectors.joining(" "));
        return answer(HttpStatus.BAD_REQUEST, "invalid", wrong, details);
    }

    private ResponseEntity<ProblemDetail> ofSpring(HttpStatusCode status, HttpHeaders headers, Exception thrown) {
        if (status.is5xxServerError()) {
            return unexpected(thrown);
        }
        String key = switch (status.value()) {
            case 404 -> "no-such-address";
            case 405 -> "method";
            case 406 -> "not-acceptable";
            case 415 -> "content-type";
            default -> "bad-request";
        };
        ResponseEntity<ProblemDetail> answer = answer(HttpStatus.valueOf(status.value()), key);
        return ResponseEntity.status(answer.getStatusCode()).headers(answer.getHeaders()).headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).body(answer.getBody());
    }

    private @Nullable ResponseEntity<ProblemDetail> unexpected(Exception thrown) {
        if (thrown instanceof IOException && brokenConnection(thrown)) {
            return null;
        }
        if (NestedExceptionUtils.getMostSpecificCause(thrown) instanceof IOException && intake.full()) {
            return noRoom(thrown);
        }
        String reference = UUID.randomUUID().toString();
        log.error("Unexpected; the sender was given the reference {}", reference, thrown);
        ResponseEntity<ProblemDetail> answer = answer(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", reference);
        answer.getBody().setProperty("reference", reference);
        return answer;
    }

    /** Nobody is there any more to be told. */
    private static boolean brokenConnection(Throwable thrown) {
        return thrown instanceof ClientAbortException;
    }

    private static ResponseEntity<ProblemDetail> later(ResponseEntity<ProblemDetail> answer) {
        return ResponseEntity.status(answer.getStatusCode()).headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, "10").body(answer.getBody());
    }

    private ResponseEntity<ProblemDetail> answer(HttpStatus status, String key, Object... values) {
        return answer(status, key, List.of(), values);
    }

    private ResponseEntity<ProblemDetail> answer(HttpStatus status, String key, List<Wrong> wrong, Object... values) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status,
                texts.get("exchange.refusal." + key, values));
        problem.setTitle(textOr("exchange.status", "exchange.status." + status.value()));
        if (!wrong.isEmpty()) {
            problem.setProperty("errors", wrong);
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(org.springframework.http.CacheControl.noStore());
        if (status == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Counterpoint\"");
        }
        return answer.body(problem);
    }

    private String textOr(String otherwise, String key, Object... values) {
        try {
            return texts.get(key, values);
        } catch (NoSuchMessageException e) {
            return texts.get(otherwise, values);
        }
    }

    /** Such as {@code 200 MB}. */
    private static String size(long bytes) {
        return bytes >= 1 << 20 && bytes % (1 << 20) == 0
                ? (bytes >> 20) + " MB"
                : bytes >= 1 << 10 && bytes % (1 << 10) == 0 ? (bytes >> 10) + " KB" : bytes + " bytes";
    }
}
