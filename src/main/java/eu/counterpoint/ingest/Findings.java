package eu.counterpoint.ingest;

import eu.counterpoint.extraction.Extraction;
import eu.counterpoint.file.Passage;
import eu.counterpoint.file.TextSignature;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.ReadFile;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an extraction means to the catalogue. What a file says of itself is cut to what a catalogue can hold. */
final class Findings {

    static final String PROTECTED_SCAN = "scan-protected";
    static final String PROTECTED_PAGES = "scanned-pages-protected";
    static final String PAGES_IN_ANOTHER_LANGUAGE = "scanned-pages-language";
    private static final String SCAN = "scan";
    private static final String SCANNED_PAGES = "scanned-pages";
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_AUTHORS = 20;

    private Findings() {}

    /**
     * Under which name the passages of a reading are kept. The first reading of an original is shared by all files that have it,
     * where it came to its end; any other belongs to the one file, so that nobody else's text changes, and the index sees that
     * it is new.
     */
    static String reading(String extractor, FileId file, int reading, Extraction extraction) {
        boolean whole = extraction.status() == Extraction.Status.EXTRACTED || lacksOnlyScans(extraction.reason());
        return reading == 0 && whole ? extractor : own(extractor, file, reading);
    }

    /** Of a reading that belongs to the one file. */
    static String own(String extractor, FileId file, int reading) {
        return extractor + "-" + file + "." + reading;
    }

    static ReadFile of(Extraction extraction, String extractor) {
        Extraction.Properties properties = extraction.properties();
        List<String> authors = properties.authors().stream().map(name -> tidy(name, LONGEST_NAME))
                .filter(Objects::nonNull).distinct().limit(MOST_AUTHORS).toList();
        return new ReadFile(outcome(extraction.status()), extraction.reason(), properties.mediaType(),
                tidy(properties.title(), LONGEST_TITLE), authors, properties.year(), properties.language(),
                properties.pages(), extraction.passages().stream().map(Passage::text).mapToLong(String::length).sum(),
                extractor, properties.seconds(), TextSignature.of(extraction.passages()).orElse(null));
    }

    /**
     * The same of a file that somebody's password has opened. Its pictures of pages are not recognised, for that comes later, when
     * the password is forgotten; so nobody is told to have it read again.
     */
    static ReadFile opened(Extraction extraction, String extractor) {
        ReadFile read = of(extraction, extractor);
        return SCAN.equals(read.reason())
                ? with(read, read.outcome(), PROTECTED_SCAN)
                : lacksOnlyScans(read.reason()) ? with(read, read.outcome(), PROTECTED_PAGES) : read;
    }

    /** Whether the reason is that there are pictures of pages beside a text that was read whole. */
    static boolean lacksOnlyScans(@Nullable String reason) {
        return SCANNED_PAGES.equals(reason);
    }

    /** The same with another outcome. */
    static ReadFile with(ReadFile read, Outcome outcome, @Nullable String reason) {
        return new ReadFile(outcome, reason, read.mediaType(), read.title(), read.authors(), read.year(),
                read.language(), read.pages(), read.characters(), read.extractor(), read.seconds(),
                read.signature());
    }

    /** What a file says of itself, before its words are known. */
    static ReadFile waiting(ReadFile read) {
        return new ReadFile(Outcome.PENDING, null, read.mediaType(), read.title(), read.authors(), read.year(),
                read.language(), read.pages(), 0, read.extractor());
    }

    private static Outcome outcome(Extraction.Status status) {
        return switch (status) {
            case EXTRACTED -> Outcome.EXTRACTED;
            case TRUNCATED -> Outcome.TRUNCATED;
            case EMPTY -> Outcome.EMPTY;
            case ENCRYPTED -> Outcome.ENCRYPTED;
            case UNREADABLE -> Outcome.UNREADABLE;
            case TIMED_OUT -> Outcome.TIMED_OUT;
            case CRASHED -> Outcome.CRASHED;
        };
    }

    private static @Nullable String tidy(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        String tidy = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (tidy.length() > longest) {
            tidy = tidy.substring(0, Character.isHighSurrogate(tidy.charAt(longest - 1)) ? longest - 1 : longest);
        }
        return tidy.isEmpty() ? null : tidy;
    }
}
