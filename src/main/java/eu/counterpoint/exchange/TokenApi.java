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
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Tokens;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Personal tokens: what a program shows instead of a password. */
@RestController
@Tag(name = "Tokens", description = "What a program shows instead of a password")
class TokenApi {

    private final CurrentReader currentReader;
    private final Tokens tokens;
    private final JsonBody json;

    TokenApi(CurrentReader currentReader, Tokens tokens, JsonBody json) {
        this.currentReader = currentReader;
        this.tokens = tokens;
        this.json = json;
    }

    @Schema(name = "TokenRequest")
    record Wanted(@Schema(description = "What it is for", example = "nightly import") @Nullable String name) {}

    @Schema(name = "Token")
    record Made(@Schema(description = "Shown this once; keep it like a password") String token) {}

    @PostMapping(path = "/api/tokens", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Make a personal token", description = "With name and password (HTTP Basic). It has its person's rights.", security = @SecurityRequirement(name = "password"))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Wanted.class)))
    @ApiResponse(responseCode = "201", description = "The token, shown this once")
    @Refuses({400, 401, 415})
    ResponseEntity<Made> create(HttpServletRequest request) throws IOException {
        Reader owner = currentReader.get();
        if (!owner.signedIn()) {
            throw new Refusal(HttpStatus.UNAUTHORIZED, "password-needed");
        }
        String name = json.read(request.getInputStream(), Wanted.class).name();
        if (name == null || name.isBlank()) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "token-name-missing");
        }
        return ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore())
                .body(new Made(tokens.create(owner, name)));
    }
}
