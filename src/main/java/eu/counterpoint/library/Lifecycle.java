package eu.counterpoint.library;

import eu.counterpoint.vocabulary.Scheme;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a material may go from where it is, and what it needs for that. */
final class Lifecycle {

    private Lifecycle() {}

    /** @throws WrongStatusException when there is no such step */
    static void check(Status from, Status to) {
        if (!next(from).contains(to)) {
            throw new WrongStatusException("From " + from.id() + " a material cannot become " + to.id());
        }
    }

    private static Set<Status> next(Status from) {
        return switch (from) {
            case DRAFT, CHANGES_REQUESTED -> EnumSet.of(Status.SUBMITTED, Status.PUBLISHED);
            case SUBMITTED -> EnumSet.of(Status.CHANGES_REQUESTED, Status.PUBLISHED);
            case PUBLISHED -> EnumSet.of(Status.WITHDRAWN);
            case WITHDRAWN -> EnumSet.of(Status.PUBLISHED);
        };
    }

    /** What is missing before a material with this description can go there. */
    static List<String> missing(Description description, @Nullable String note, Status to) {
        return switch (to) {
            case SUBMITTED -> missingToSubmit(description);
            case PUBLISHED -> missingToPublish(description);
            case CHANGES_REQUESTED -> note == null ? List.of("note") : List.of();
            case DRAFT, WITHDRAWN -> List.of();
        };
    }

    /** What a contribution needs before an editor looks at it. */
    static List<String> missingToSubmit(Description description) {
        List<String> missing = new ArrayList<>();
        addIf(missing, description.title().isBlank(), "title");
        addIf(missing, description.summary().isBlank(), "summary");
        for (Scheme scheme : List.of(Scheme.KIND, Scheme.THEME, Scheme.AUDIENCE)) {
            addIf(missing, description.all(scheme).isEmpty(), scheme.field());
        }
        return missing;
    }

    /** What nothing is published without. The rest is the editor's judgement. */
    static List<String> missingToPublish(Description description) {
        List<String> missing = new ArrayList<>();
        addIf(missing, description.title().isBlank(), "title");
        addIf(missing, description.consent() == Consent.MISSING, "consent");
        return missing;
    }

    private static void addIf(List<String> missing, boolean condition, String field) {
        if (condition) {
            missing.add(field);
        }
    }
}
