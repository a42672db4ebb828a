package eu.counterpoint.library;

import eu.counterpoint.file.TextSignature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading a file brought, for the catalogue.
 *
 * @param seconds of a recording
 * @param title   of the file itself; fills the material's own where that is empty, as do authors, year and language
 * @param signature of its text; null where that is too short to have one
 * @param malware what a scanner calls what it found; or null
 */
public record ReadFile(Outcome outcome, @Nullable String reason, @Nullable String mediaType, @Nullable String title,
        List<String> authors, @Nullable Integer year, @Nullable String language, @Nullable Integer pages,
        long characters, @Nullable String extractor, @Nullable Integer seconds, @Nullable TextSignature signature,
        @Nullable String malware) {

    /** Of a file in which a scanner found nothing. */
    public ReadFile(Outcome outcome, @Nullable String reason, @Nullable String mediaType, @Nullable String title,
            List<String> authors, @Nullable Integer year, @Nullable String language, @Nullable Integer pages,
            long characters, @Nullable String extractor, @Nullable Integer seconds,
            @Nullable TextSignature signature) {
        this(outcome, reason, mediaType, title, authors, year, language, pages, characters, extractor, seconds,
                signature, null);
    }

    /** Of a file that was rejected, and not read: nothing is known of what it holds. */
    public static ReadFile rejected(String reason, @Nullable String malware) {
        return new ReadFile(Outcome.REJECTED, reason, null, null, List.of(), null, null, null, 0, null, null, null,
                malware);
    }

    /** Of a file whose original is not in the store, as after a restore from an older copy: nothing is known of what it holds. */
    public static ReadFile missing() {
        return new ReadFile(Outcome.UNREADABLE, "original-missing", null, null, List.of(), null, null, null, 0, null);
    }

    /** Of a file that is no recording and has no text to speak of. */
    public ReadFile(Outcome outcome, @Nullable String reason, @Nullable String mediaType, @Nullable String title,
            List<String> authors, @Nullable Integer year, @Nullable String language, @Nullable Integer pages,
            long characters, @Nullable String extractor) {
        this(outcome, reason, mediaType, title, authors, year, language, pages, characters, extractor, null, null);
    }
}
