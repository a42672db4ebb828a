package eu.counterpoint.exchange;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.swagger.v3.oas.annotations.media.Schema;

/** How the index stands, as REST answers it. */
@Schema(name = "Index")
record IndexJson(
        @Schema(description = "Whether the search engine answers; otherwise the numbers are 0") boolean available,
        @Schema(description = "Records that can be found") long records,
        @Schema(description = "Passages of their files") long passages,
        @Schema(description = "Whether the layout is the one that this version wants") boolean current,
        RebuildJson rebuild) {

    /** How a rebuild goes, or how the last one went. */
    @Schema(name = "Rebuild")
    record RebuildJson(
            @Schema(allowableValues = {"never", "waiting", "filling", "checking", "done", "failed"}) String stage,
            boolean running,
            @Schema(allowableValues = {"asked", "layout", "lost"}) @Nullable String reason,
            @Schema(description = "When it was begun") @Nullable Instant askedAt,
            @Schema(description = "When it ended") @Nullable Instant finishedAt,
            @Schema(description = "When one last went well") @Nullable Instant rebuiltAt,
            @Schema(description = "Records in the new index") long records,
            @Schema(description = "Records in all") long total,
            @Schema(description = "Of the filling: long files count more than short ones") int percent,
            @Schema(description = "While it is being checked: records that changed while it was filled, to be brought in") long changed,
            @Schema(description = "How many of these the new index has as they are now") long broughtIn,
            @Schema(description = "Why it failed, in a sentence") @Nullable String problem,
            @Schema(description = "What exactly went wrong") @Nullable String detail){}
}
