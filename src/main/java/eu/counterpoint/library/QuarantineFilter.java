package eu.counterpoint.library;

import java.util.Set;

/**
 * Which files of the quarantine.
 *
 * @param outcomes those wanted; empty for all
 * @param accepted whether those that somebody takes as they are, or those that still need care
 */
public record QuarantineFilter(Set<Outcome> outcomes, boolean accepted) {

    public static final QuarantineFilter ALL = new QuarantineFilter(Set.of(), false);

    public QuarantineFilter {
        outcomes = Set.copyOf(outcomes);
    }

    /** The outcomes that are looked for. */
    Set<Outcome> wanted() {
        return outcomes.isEmpty() ? Outcome.FOR_QUARANTINE : outcomes;
    }
}
