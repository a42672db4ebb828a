package eu.counterpoint.search;

import org.jspecify.annotations.Nullable;

/** What the design of a record's evidence means, by its concept id; null where the record names none. */
public final class Evidence {

    private static final String NONE = "none-stated";
    private static final String REACH = "process-or-reach-data-only";

    private Evidence() {}

    /** Whether the record says anything of how its effect was looked at. */
    public static boolean isStated(@Nullable String design) {
        return design != null && !design.equals(NONE);
    }

    /** Whether it was evaluated: more than nothing, and more than how many were reached. */
    public static boolean isEvaluation(@Nullable String design) {
        return isStated(design) && !REACH.equals(design);
    }
}
