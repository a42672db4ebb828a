package eu.counterpoint.library;

import java.util.Map;

/**
 * How many files the quarantine has for a reader.
 *
 * @param byOutcome those that need care; an outcome that no file has is missing
 * @param accepted  those that somebody takes as they are
 */
public record QuarantineCounts(Map<Outcome, Long> byOutcome, long accepted) {

    /** All that need care. */
    public long all() {
        return byOutcome.values().stream().mapToLong(Long::longValue).sum();
    }

    public long of(Outcome outcome) {
        return byOutcome.getOrDefault(outcome, 0L);
    }
}
