package eu.counterpoint.account;

import eu.counterpoint.account.SignIn.TooManyAttemptsException;
import eu.counterpoint.ui.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How the REST interface says no: problem details (RFC 9457) with a sentence. */
@Component
class ApiProblems implements AccessDeniedHandler {

    private static final String ASK_FOR_TOKEN = "Bearer realm=\"Counterpoint\"";
    private static final String ASK_FOR_PASSWORD = "Basic realm=\"Counterpoint\", charset=\"UTF-8\"";

    private final JsonMapper json;
    private final Texts texts;

    ApiProblems(JsonMapper json, Texts texts) {
        this.json = json;
        this.texts = texts;
    }

    /** Nobody has signed in, and here somebody has to. */
    AuthenticationEntryPoint tokenMissing() {
        return (request, response, reason) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, ASK_FOR_TOKEN);
            sendKey(request, response, HttpStatus.UNAUTHORIZED, "account.api.token-missing");
        };
    }

    /** A username and password are missing, are wrong, or came too often. */
    AuthenticationEntryPoint passwordWrong() {
        return (request, response, reason) -> {
            if (reason instanceof TooManyAttemptsException tooMany) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.remaining().toSeconds() + 1));
                send(request, response, HttpStatus.TOO_MANY_REQUESTS, Waiting.sentence(tooMany.remaining(), texts));
                return;
            }
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, ASK_FOR_PASSWORD);
            sendKey(request, response, HttpStatus.UNAUTHORIZED, key(reason));
        };
    }

    private static String key(AuthenticationException reason) {
        if (reason instanceof DisabledException) {
            return "account.sign-in.disabled";
        }
        return reason instanceof BadCredentialsException ? "account.sign-in.wrong" : "account.api.password-missing";
    }

    /** A token was shown, and it opens nothing. */
    void tokenWrong(HttpServletRequest request, HttpServletResponse response, String key) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, ASK_FOR_TOKEN + ", error=\"invalid_token\"");
        sendKey(request, response, HttpStatus.UNAUTHORIZED, key);
    }

    /** Somebody has signed in, and may not. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        sendKey(request, response, HttpStatus.FORBIDDEN, reason instanceof PasswordNotOwnException
                ? "account.api.change-password-first"
                : "account.api.not-allowed");
    }

    private void sendKey(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key)
            throws IOException {
        send(request, response, status, texts.get(key));
    }

    private void send(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.put("instance", request.getRequestURI());
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    /** The person has to choose a password of their own first. */
    static final class PasswordNotOwnException extends AccessDeniedException {

        PasswordNotOwnException() {
            super("Choose a password of your own first");
        }
    }
}
