package eu.counterpoint.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.swagger.v3.oas.annotations.media.Schema;

/** A record as REST answers it: what was stated about the material, and what only the library knows. */
@JsonPropertyOrder({"id", "status", "revision"})
@Schema(name = "Material", description = "A catalogue record with its files")
record MaterialJson(@Schema(example = "voices-that-carry") String id,
        @Schema(description = "draft, submitted, changes-requested, published or withdrawn", example = "published") String status,
        @Schema(description = "Grows with every edit; the ETag of the record") long revision,
        @Schema(description = "Grows with every change, also of its files; what search knows the record by") long version,
        @JsonUnwrapped Metadata metadata,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Who contributed it; only for that person and for editors") @Nullable String owner,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "The editor's note; only for the owner and for editors") @Nullable String note,
        @Schema(description = "Whether it belongs to the starter collection") boolean starter, Instant createdAt,
        Instant changedAt, @Nullable Instant publishedAt, List<FileJson> files,
        @Schema(description = "Addresses within this library: self, page") Map<String, String> links) {

    /** A file of a record, and what became of reading it. */
    @Schema(name = "File")
    record FileJson(@Schema(example = "17") String id, @Schema(example = "report.pdf") String name, String sha256,
            @Schema(description = "In bytes") long size,
            @Schema(description = "By its content", example = "application/pdf") @Nullable String mediaType,
            @Schema(description = "pending, extracted, truncated, empty, encrypted, unreadable, timed-out, crashed or rejected", example = "extracted") String outcome,
            @Schema(description = "A sentence that explains the outcome, where there is something to explain") @Nullable String reason,
            @Schema(description = "ISO 639-1, detected or corrected", example = "en") @Nullable String language,
            @Schema(description = "Pages, slides or sheets") @Nullable Integer pages,
            @Schema(description = "Length of a recording") @Nullable Integer seconds,
            @Schema(description = "Addresses within this library: original, text; none where you may have neither") Map<String, String> links) {}

    /** What is left of a withdrawn material. */
    @Schema(name = "Tombstone")
    record Tombstone(String id, String title, @Schema(example = "withdrawn") String status,
            @Schema(description = "Why it was withdrawn") @Nullable String reason, Instant withdrawnAt) {}
}
