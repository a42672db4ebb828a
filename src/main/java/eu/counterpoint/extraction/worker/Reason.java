package eu.counterpoint.extraction.worker;

import java.util.Locale;

/** Why a file was not read whole. Each has its sentence in {@code messages/extraction.properties}. */
public enum Reason {
    EMPTY_FILE, DAMAGED, DAMAGED_PARTLY, UNSUPPORTED, PASSWORD, WRONG_PASSWORD, SCAN, SCAN_LANGUAGE, SCANNED_PAGES, SCAN_IN_PARTS, NO_WORDS, PAGES_MISSED, PAGE_LIMIT, NO_TEXT, RECORDING, TEXT_LIMIT, TOO_MANY_PARTS, TOO_DEEP, PARTS_MISSED, EXPANDS_TOO_MUCH, TIMED_OUT, STALLED, OUT_OF_MEMORY, STOPPED, CRASHED;

    /** As in {@code extraction.reason.no-text}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
