package eu.counterpoint.ingest;

import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.QuarantineFilter;
import java.time.Instant;
import java.util.Map;

/**
 * How far the retry of many files is.
 *
 * @param files   which they are
 * @param walking whether there are files that have not been put back to be read yet
 * @param total   files to be read again, as many as there were when it was asked for
 * @param results how many of those that were put back have which outcome now; {@link Outcome#PENDING} waits to be read
 */
public record RetryState(long id, QuarantineFilter files, Instant askedAt, boolean walking, long total,
        Map<Outcome, Long> results) {

    public RetryState {
        results = Map.copyOf(results);
    }

    /** Whether there is more to come. */
    public boolean running() {
        return walking || results.containsKey(Outcome.PENDING);
    }

    /** Files that have been read again, also those that somebody has put back once more since. */
    public long read() {
        long waiting = results.getOrDefault(Outcome.PENDING, 0L);
        long putBack = walking ? results.values().stream().mapToLong(Long::longValue).sum() : total;
        return putBack - waiting;
    }

    /** Files that are fully searchable now. */
    public long searchable() {
        return results.getOrDefault(Outcome.EXTRACTED, 0L);
    }

    /** From 0 to 100. */
    public int percent() {
        return total == 0 ? 100 : (int) Math.min(100, 100 * read() / total);
    }
}
