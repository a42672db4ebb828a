package eu.counterpoint.library;

import java.util.Locale;

/** Where a material is on its way. */
public enum Status {
    DRAFT, SUBMITTED, CHANGES_REQUESTED, PUBLISHED, WITHDRAWN;

    /** As REST and the interface write it: {@code changes-requested}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
