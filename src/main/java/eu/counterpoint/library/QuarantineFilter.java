package eu.counterpoint.library;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which files of the quarantine.
 *
 * @param outcomes those wanted; empty for all
 * @param reasons  those wanted, as {@link MaterialFile#reason()} has them; empty for all
 * @param batch    the id of the batch that they came with; null for all
 * @param accepted whether those that somebody takes as they are, or those that still need care
 */
public record QuarantineFilter(Set<Outcome> outcomes, Set<String> reasons, @Nullable String batch, boolean accepted) {

    public static final QuarantineFilter ALL = new QuarantineFilter(Set.of(), false);

    public QuarantineFilter {
        outcomes = Set.copyOf(outcomes);
        reasons = Set.copyOf(reasons);
    }

    public QuarantineFilter(Set<Outcome> outcomes, boolean accepted) {
        this(outcomes, Set.of(), null, accepted);
    }

    /** The same of other outcomes. */
    public QuarantineFilter with(Set<Outcome> others) {
        return new QuarantineFilter(others, reasons, batch, accepted);
    }

    /** The same for this reason alone. */
    public QuarantineFilter because(String reason) {
        return new QuarantineFilter(outcomes, Set.of(reason), batch, accepted);
    }

    /** The same of another batch; null for all. */
    public QuarantineFilter from(@Nullable String other) {
        return new QuarantineFilter(outcomes, reasons, other, accepted);
    }

    /** The outcomes that are looked for. */
    public Set<Outcome> wanted() {
        return outcomes.isEmpty() ? Outcome.FOR_QUARANTINE : outcomes;
    }
}
