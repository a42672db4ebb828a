package eu.counterpoint.search;

import org.jspecify.annotations.Nullable;

/**
 * What narrows a result beside concepts.
 *
 * @param from      first year of publication, or null
 * @param to        last year of publication, or null
 * @param evaluated only what has an evaluation: more than nothing, and more than how many were reached
 * @param withFiles only what has a file
 * @param reusable  only what its licence lets others reuse
 */
public record Limits(@Nullable Integer from, @Nullable Integer to, boolean evaluated, boolean withFiles,
        boolean reusable) {

    public static final Limits NONE = new Limits(null, null, false, false, false);

    public Limits withYears(@Nullable Integer from, @Nullable Integer to) {
        return new Limits(from, to, evaluated, withFiles, reusable);
    }

    public Limits withEvaluated(boolean only) {
        return new Limits(from, to, only, withFiles, reusable);
    }

    public Limits withFiles(boolean only) {
        return new Limits(from, to, evaluated, only, reusable);
    }

    public Limits withReusable(boolean only) {
        return new Limits(from, to, evaluated, withFiles, only);
    }
}
