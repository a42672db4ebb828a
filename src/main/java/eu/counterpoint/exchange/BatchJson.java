package eu.counterpoint.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.counterpoint.ingest.batch.Batch;
import eu.counterpoint.ingest.batch.BatchFile;
import eu.counterpoint.ingest.batch.BatchRow;
import eu.counterpoint.ingest.batch.BatchRow.Plan;
import eu.counterpoint.ingest.batch.Progress;
import eu.counterpoint.library.Duplicate;
import eu.counterpoint.ui.Texts;
import io.swagger.v3.oas.annotations.media.Schema;

/** A batch and how far it is, as REST writes it. */
@Schema(name = "Batch")
record BatchJson(String id, String name,
        @Schema(description = "open, checked, running, paused, cancelled or done") String state, boolean publish,
        Instant createdAt, @Nullable Instant startedAt, @Nullable Instant finishedAt,
        @Schema(description = "Something worth knowing about the table") @Nullable String note,
        @Schema(description = "How many files came that no row names") int unnamedFiles,
        @Schema(description = "Why it rests without having been paused, or why a folder of the server could not be taken") @Nullable String problem,
        @Schema(description = "How many files have come; grows while a folder of the server is received") long received,
        RowCounts rows,
        FileCounts files, Rate rate) {

    /** Rows by what the dry run said, and how far those are that are imported. */
    @Schema(name = "BatchRowCounts")
    record RowCounts(long total, long create, long update, long skip, long faulty, long waiting, long done,
            long failed) {}

    /** Files by where they are. */
    @Schema(name = "BatchFileCounts")
    record FileCounts(long total, long waiting, long extracting, long indexing, long done, long failed, long bytes,
            long bytesDone) {}

    /** Of the last minute. */
    @Schema(name = "BatchRate")
    record Rate(double filesPerSecond, double megabytesPerSecond,
            @Schema(description = "null where nobody can say") @Nullable Long secondsLeft) {}

    /** What is wrong in a column of a row, or worth knowing. */
    @Schema(name = "BatchFault")
    record FaultJson(@Schema(description = "Empty where it concerns the whole row") String column, String detail,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "The id of a record that it speaks of, where it does") @Nullable String material) {}

    /** A row. */
    @Schema(name = "BatchRow")
    record RowJson(
            @Schema(description = "As a spreadsheet counts: in a table the first below the headings is 2; elsewhere from 1") int row,
            String title, @Schema(description = "create, update, skip or faulty") String plan,
            @Schema(description = "waiting, done or failed") String state, List<FaultJson> faults,
            @Nullable String material) {

        static RowJson of(BatchRow row) {
            return new RowJson(row.number(), row.title(), row.plan().id(), row.state().id(),
                    row.faults().stream().map(fault -> new FaultJson(fault.column(), fault.detail(), fault.material()))
                            .toList(),
                    row.material() == null ? null : row.material().value());
        }
    }

    /** A record that has nearly the text of a file. */
    @Schema(name = "BatchFileAlike")
    record AlikeJson(@Schema(description = "The id of that record", example = "voices-that-carry") String material,
            @Schema(description = "Its title") String title,
            @Schema(description = "Addresses within this library of that record: self, page") Map<String, String> links) {

        static AlikeJson of(Duplicate other) {
            return new AlikeJson(other.material().value(), other.title(), Records.links(other.material()));
        }
    }

    /** A file. */
    @Schema(name = "BatchFile")
    record FileJson(String name, int row, long size,
            @Schema(description = "waiting, extracting, indexing, done or failed") String state,
            @Nullable String material, @Nullable String outcome,
            @Schema(description = "What ?reason= of the quarantine takes to find files like it; null where there is nothing to explain", example = "scan") @Nullable String reasonId,
            @Schema(description = "A sentence that explains the outcome, where there is something to explain") @Nullable String reason,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Another record with nearly the same text, where there is one. Worth a look; nothing is refused for it") @Nullable AlikeJson nearlySameText) {

        static FileJson of(BatchFile file, Texts texts) {
            return new FileJson(file.name(), file.row(), file.size(), file.state().id(),
                    file.material() == null ? null : file.material().value(),
                    file.outcome() == null ? null : file.outcome().id(), file.reason(),
                    file.outcome() == null
                            ? null
                            : Records.reason(file.outcome(), file.reason(), file.signature(), texts),
                    file.alike() == null ? null : AlikeJson.of(file.alike()));
        }
    }

    @Schema(name = "Batches")
    record Page(long total, List<BatchJson> batches) {}

    @Schema(name = "BatchRows")
    record Rows(long total, List<RowJson> rows) {}

    @Schema(name = "BatchFiles")
    record Files(long total, List<FileJson> files) {}

    static BatchJson of(Batch batch, Progress progress, Texts texts) {
        Duration left = progress.left();
        return new BatchJson(batch.id().value(), batch.name(), batch.state().id(), batch.publish(), batch.createdAt(),
                batch.startedAt(), batch.finishedAt(),
                batch.note() == null ? null : texts.get("batch.note." + batch.note()),
                batch.unnamed(),
                batch.problem() == null ? batch.refusal() : texts.get("batch.problem." + batch.problem()),
                progress.received(),
                new RowCounts(progress.rows(), progress.rows(Plan.CREATE), progress.rows(Plan.UPDATE),
                        progress.rows(Plan.SKIP), progress.rows(Plan.FAULTY), progress.rowsWaiting(),
                        progress.rowsDone(), progress.rowsFailed()),
                new FileCounts(progress.files(), progress.files(BatchFile.State.WAITING),
                        progress.files(BatchFile.State.EXTRACTING), progress.files(BatchFile.State.INDEXING),
                        progress.files(BatchFile.State.DONE), progress.files(BatchFile.State.FAILED), progress.bytes(),
                        progress.bytesSettled()),
                new Rate(rounded(progress.filesPerSecond()), rounded(progress.bytesPerSecond() / 1e6),
                        left == null ? null : left.toSeconds()));
    }

    private static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }
}
