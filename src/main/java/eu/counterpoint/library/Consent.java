package eu.counterpoint.library;

import java.util.Locale;

/** Whether the people whom a record names, formers and victims above all, agreed to it. */
public enum Consent {
    NOBODY_NAMED, ON_FILE, MISSING;

    /** As REST writes it: {@code nobody-named}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
