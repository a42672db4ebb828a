package eu.counterpoint.library;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading a file brought, for the catalogue.
 *
 * @param seconds of a recording
 * @param title   of the file itself; fills the material's own where that is empty, as do authors, year and language
 * @param signature what a malware scanner calls what it found; or null
 */
public record ReadFile(Outcome outcome, @Nullable String reason, @Nullable String mediaType, @Nullable String title,
        List<String> authors, @Nullable Integer year, @Nullable String language, @Nullable Integer pages,
        long characters, @Nullable String extractor, @Nullable Integer seconds, @Nullable String signature) {

    /** Of a file in which a scanner found nothing. */
    public ReadFile(Outcome outcome, @Nullable String reason, @Nullable String mediaType, @Nullable String title,
            List<String> authors, @Nullable Integer year, @Nullable String language, @Nullable Integer pages,
            long characters, @Nullable String extractor, @Nullable Integer seconds) {
        this(outcome, reason, mediaType, title, authors, year, language, pages, characters, extractor, seconds, null);
    }

    /** Of a file that was rejected, and not read: nothing is known of what it holds. */
    public static ReadFile rejected(String reason, @Nullable String signature) {
        return new ReadFile(Outcome.REJECTED, reason, null, null, List.of(), null, null, null, 0, null, null,
                signature);
    }

    /** Of a file that is no recording. */
    public ReadFile(Outcome outcome, @Nullable String reason, @Nullable String mediaType, @Nullable String title,
            List<String> authors, @Nullable Integer year, @Nullable String language, @Nullable Integer pages,
            long characters, @Nullable String extractor) {
        this(outcome, reason, mediaType, title, authors, year, language, pages, characters, extractor, null, null);
    }
}
