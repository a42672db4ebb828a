package eu.counterpoint.library;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What became of reading a file. */
public enum Outcome {
    PENDING, EXTRACTED, TRUNCATED, EMPTY, ENCRYPTED, UNREADABLE, TIMED_OUT, CRASHED, REJECTED;

    /** Those of files that did not become fully searchable, and do not wait for it. */
    public static final Set<Outcome> FOR_QUARANTINE = Collections
            .unmodifiableSet(EnumSet.complementOf(EnumSet.of(PENDING, EXTRACTED)));

    public boolean isForQuarantine() {
        return FOR_QUARANTINE.contains(this);
    }

    /** As REST writes it: {@code timed-out}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
