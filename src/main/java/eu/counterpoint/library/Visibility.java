package eu.counterpoint.library;

import java.util.Locale;

/** Who may see a published material. */
public enum Visibility {
    PUBLIC, SIGNED_IN, VETTED;

    /** As REST and the index write it: {@code signed-in}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
