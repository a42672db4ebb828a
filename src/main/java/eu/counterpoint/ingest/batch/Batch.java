package eu.counterpoint.ingest.batch;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import eu.counterpoint.account.AccountId;

/**
 * Many materials that came together.
 *
 * @param name         for people: what its sender called it, or the name of its table
 * @param publish      whether its materials are published at once
 * @param manifestName the name of its table as sent; null where there is none
 * @param note         key of a sentence about the table, below {@code batch.note}; or null
 * @param unnamed      how many files came that no row names
 * @param problem      key of the sentence that says why it rests, below {@code batch.problem}; or null
 * @param folder       of the server that is being received; null for none, and when all has come
 * @param refusal      the sentence that says why a folder of the server could not be taken; or null
 * @param runningSince when it last went on; null before the start
 */
public record Batch(BatchId id, AccountId owner, String name, State state, boolean publish,
        @Nullable String manifestName, @Nullable String manifestSha256, @Nullable String note, int unnamed,
        @Nullable String problem, @Nullable String folder, @Nullable String refusal,
        Instant createdAt, @Nullable Instant startedAt, @Nullable Instant runningSince, @Nullable Instant finishedAt) {

    /** Whether a folder of the server is being received for it. */
    public boolean isReceiving() {
        return state == State.OPEN && folder != null;
    }

    /** Where a batch is. */
    public enum State {
        /** Files and table are still arriving. */
        OPEN,
        /** The dry run has been made; nothing was imported. */
        CHECKED, RUNNING, PAUSED,
        /** Ended before its time; what was imported stays. */
        CANCELLED, DONE;

        /** As REST writes it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
