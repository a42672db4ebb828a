package eu.counterpoint.library;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether the people whom a record names, formers and victims above all, agreed to it. */
public enum Consent {
    NOBODY_NAMED, ON_FILE, MISSING;

    /** As REST writes it: {@code nobody-named}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its {@link #id}. */
    public static Optional<Consent> of(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
