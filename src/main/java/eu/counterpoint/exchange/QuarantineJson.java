package eu.counterpoint.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import eu.counterpoint.exchange.MaterialJson.FileJson;
import io.swagger.v3.oas.annotations.media.Schema;

/** A page of the quarantine. */
@Schema(name = "Quarantine", description = "Files that did not become fully searchable")
record QuarantineJson(@Schema(description = "Files that match") long total, int page, int size,
        @Schema(description = "How many files need care, by outcome", example = "{\"encrypted\": 3}") Map<String, Long> counts,
        @Schema(description = "The same by reason, within the outcomes") List<ReasonCount> reasons,
        @Schema(description = "How many files somebody takes as they are") long accepted,
        @Schema(description = "Those that came last first") List<Entry> files) {

    /** So many files need care for a reason. */
    @Schema(name = "QuarantineReason")
    record ReasonCount(@Schema(description = "What ?reason= takes", example = "scan") String id,
            @Schema(example = "empty") String outcome,
            @Schema(description = "What such files are called", example = "Scans") String label, long files) {}

    /** One file with its material. */
    @Schema(name = "QuarantinedFile")
    record Entry(@Schema(description = "The id of its material") String material,
            @Schema(description = "The title of its material; may be empty") String title,
            @Schema(description = "Of its material", example = "published") String status, FileJson file,
            @Schema(description = "What ?reason= takes to find files like it; null where the outcome says all", example = "scan") @Nullable String reasonId,
            @Schema(description = "What to do about it, in a sentence") String advice,
            @Schema(description = "Since when somebody takes it as it is; null where nobody does") @Nullable Instant acceptedAt,
            @Schema(description = "Who does") @Nullable String acceptedBy) {}

    /** How far the retry of many files is. */
    @Schema(name = "Retry")
    record RetryJson(@Schema(example = "4") String id,
            @Schema(description = "The outcome that they had; null where several were asked for", example = "empty") @Nullable String outcome,
            @Schema(description = "The reason that they had; null for any", example = "scan") @Nullable String reason,
            @Schema(description = "The batch that they came with; null for any") @Nullable String batch,
            Instant askedAt,
            @Schema(description = "Whether there is more to come") boolean running,
            @Schema(description = "Files to be read again") long total,
            @Schema(description = "Files that have been read again so far") long read,
            @Schema(description = "Files that are fully searchable now") long searchable,
            @Schema(description = "0 to 100") int percent) {}

    /** What is to be read again. */
    @Schema(name = "Retries")
    record Wanted(
            @Schema(description = "Ids of files, at most 1,000", example = "[\"17\", \"18\"]") @Nullable List<String> files,
            @Schema(description = "Or all files with this outcome", example = "empty") @Nullable String outcome,
            @Schema(description = "Or all files with this reason", example = "scan") @Nullable String reason,
            @Schema(description = "Of these, the files that came with this batch alone; by itself, all of them") @Nullable String batch) {}

    /** How many files of a selection were put back to be read. */
    @Schema(name = "Retried")
    record Retried(
            @Schema(description = "Those that wait already, or are not yours to retry, do not count") int retried) {}

    /** What a file is opened with. */
    @Schema(name = "FilePassword")
    record Secret(@Schema(description = "Used once, and kept nowhere", format = "password") @Nullable String password) {

        /** A password is written nowhere, not even by accident. */
        @Override
        public String toString() {
            return "Secret[]";
        }
    }
}
