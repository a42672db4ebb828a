package eu.counterpoint.library;

import java.util.Locale;

/** What became of reading a file. */
public enum Outcome {
    PENDING, EXTRACTED, TRUNCATED, EMPTY, ENCRYPTED, UNREADABLE, TIMED_OUT, CRASHED, REJECTED;

    /** As REST writes it: {@code timed-out}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
