package eu.counterpoint.library;

import java.util.Map;

/**
 * How many files the quarantine has for a reader.
 *
 * @param byOutcome those that need care; an outcome that no file has is missing
 * @param byReason  the same by their reasons; files without one are in {@code byOutcome} alone
 * @param accepted  those that somebody takes as they are
 */
public record QuarantineCounts(Map<Outcome, Long> byOutcome, Map<Outcome, Map<String, Long>> byReason,
        long accepted) {

    /** All that need care. */
    public long all() {
        return byOutcome.values().stream().mapToLong(Long::longValue).sum();
    }

    public long of(Outcome outcome) {
        return byOutcome.getOrDefault(outcome, 0L);
    }

    /** The reasons of an outcome. */
    public Map<String, Long> reasons(Outcome outcome) {
        return byReason.getOrDefault(outcome, Map.of());
    }
}
