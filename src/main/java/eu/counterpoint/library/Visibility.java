package eu.counterpoint.library;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who may see a published material. */
public enum Visibility {
    PUBLIC, SIGNED_IN, VETTED;

    /** As REST and the index write it: {@code signed-in}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its {@link #id}. */
    public static Optional<Visibility> of(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
