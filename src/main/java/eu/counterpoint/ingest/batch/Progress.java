package eu.counterpoint.ingest.batch;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How far a batch is, counted in the database at this moment.
 *
 * @param received       files that have come for it, taken or not
 * @param plans          rows by what the dry run said
 * @param rowsWaiting    to be imported
 * @param rowsDone       imported or rightly left alone
 * @param rowsFailed     which turned out to be impossible after the dry run
 * @param states         files by where they are
 * @param underWay       files that were handed over, and are not done or failed yet: they go on whatever becomes of the batch
 * @param bytes          of all files
 * @param bytesSettled   of those that are done or failed
 * @param filesPerSecond of the last minute
 * @param bytesPerSecond of the last minute
 * @param left           how long it will take at this rate; null where nobody can say
 */
public record Progress(long received, Map<BatchRow.Plan, Long> plans, long rowsWaiting, long rowsDone, long rowsFailed,
        Map<BatchFile.State, Long> states, long underWay, long bytes, long bytesSettled, double filesPerSecond,
        double bytesPerSecond,
        @Nullable Duration left) {

    /** Rows of a plan. */
    public long rows(BatchRow.Plan plan) {
        return plans.getOrDefault(plan, 0L);
    }

    /** All rows. */
    public long rows() {
        return plans.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Rows that are to be imported, or were. */
    public long rowsWanted() {
        return rows(BatchRow.Plan.CREATE) + rows(BatchRow.Plan.UPDATE);
    }

    /** Files in a state. */
    public long files(BatchFile.State state) {
        return states.getOrDefault(state, 0L);
    }

    /** All files. */
    public long files() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Files that are done or failed. */
    public long filesSettled() {
        return files(BatchFile.State.DONE) + files(BatchFile.State.FAILED);
    }
}
