package eu.counterpoint.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The orders in which results can come. */
public enum Sort {
    RELEVANCE, NEWEST, TITLE, EVIDENCE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Sort> of(String id) {
        return Arrays.stream(values()).filter(sort -> sort.id().equals(id)).findFirst();
    }
}
