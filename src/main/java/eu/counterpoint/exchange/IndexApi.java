package eu.counterpoint.exchange;

import java.net.URI;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.exchange.IndexJson.RebuildJson;
import eu.counterpoint.search.IndexState;
import eu.counterpoint.search.RebuildState;
import eu.counterpoint.search.SearchIndex;
import eu.counterpoint.ui.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The index, for those who run the library. */
@RestController
@RequestMapping(path = "/api/index", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Index", description = "How the search index stands, and its rebuilding; for administrators")
class IndexApi {

    private final Asking asking;
    private final SearchIndex index;
    private final Texts texts;

    IndexApi(Asking asking, SearchIndex index, Texts texts) {
        this.asking = asking;
        this.index = index;
        this.texts = texts;
    }

    @GetMapping
    @Operation(summary = "How the index stands", description = "And how a rebuild goes, or how the last one went.")
    @Refuses({401, 403})
    ResponseEntity<IndexJson> state() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json(index.state(administrator())));
    }

    @PostMapping("/rebuild")
    @Operation(summary = "Rebuild the index", description = """
            A new index is filled from the catalogue while searches and changes go on, compared, and put in the place of \
            the old one. Ask GET /api/index how far it is.""")
    @ApiResponse(responseCode = "202", description = "It has begun")
    @Refuses({401, 403, 409})
    ResponseEntity<IndexJson> rebuild() {
        Reader by = administrator();
        if (!index.startRebuild(by)) {
            throw new Refusal(HttpStatus.CONFLICT, "rebuild-runs");
        }
        return ResponseEntity.accepted().location(URI.create("/api/index")).cacheControl(CacheControl.noStore())
                .body(json(index.state(by)));
    }

    private Reader administrator() {
        Reader reader = asking.signedIn();
        if (!reader.is(Role.ADMINISTRATOR)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "administrators-only");
        }
        return reader;
    }

    private IndexJson json(IndexState state) {
        RebuildState rebuild = state.rebuild();
        return new IndexJson(state.available(), state.records(), state.passages(), state.current(),
                new RebuildJson(rebuild.stage().id(), rebuild.running(),
                        rebuild.reason() == null ? null : rebuild.reason().id(), rebuild.askedAt(),
                        rebuild.finishedAt(), rebuild.rebuiltAt(), rebuild.records(), rebuild.total(),
                        rebuild.percent(), rebuild.changed(), rebuild.broughtIn(), rebuild.problem() == null
                                ? null
                                : texts.get("search.index.problem." + rebuild.problem().id()),
                        rebuild.detail()));
    }
}
