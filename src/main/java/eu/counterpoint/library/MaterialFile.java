package eu.counterpoint.library;

import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.file.Sha256;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of a material and what became of reading it.
 *
 * @param name       as uploaded, without folders and control characters
 * @param size       in bytes
 * @param mediaType  by content, as far as known
 * @param reason     key of the plain sentence that explains the outcome; null when there is nothing to explain
 * @param detectedLanguage ISO 639-1, by the text or as the file says; or null
 * @param statedLanguage   ISO 639-1, where a person has corrected what was detected; or null
 * @param pages      pages, slides or sheets; or null
 * @param seconds    of a recording; or null
 * @param characters of its text; 0 until read
 * @param extractor  name of the extractor and its reading whose passages are kept; null until read
 * @param reading    from 0; goes up whenever the file is to be read again
 * @param accepted   who takes the outcome as it is; null where nobody has said so
 * @param withheld   whether it is for administrators alone: it was rejected, or waits to be checked, and nothing has cleared it since
 * @param signature  what a malware scanner calls what it found in it; or null
 * @param opened     whether what is known of it was read with a password: read again without it, that would be lost
 */
public record MaterialFile(FileId id, String name, Sha256 sha256, long size, @Nullable String mediaType,
        Outcome outcome, @Nullable String reason, @Nullable String detectedLanguage,
        @Nullable String statedLanguage, @Nullable Integer pages, @Nullable Integer seconds, long characters,
        @Nullable String extractor, Instant received, int reading, @Nullable Acceptance accepted,
        boolean withheld, @Nullable String signature, boolean opened) {

    /** Whether this reader, who may see the material, may have the original and the text: of withheld files, administrators. */
    public boolean mayBeTaken(Reader reader) {
        return !withheld || reader.is(Role.ADMINISTRATOR);
    }

    /** Whether its content, whatever its name says, is a PDF. */
    public boolean isPdf() {
        return "application/pdf".equals(mediaType);
    }

    /** {@code report} of {@code report.pdf}: what a material is called until there is a better title. */
    public String nameWithoutSuffix() {
        return FileName.withoutSuffix(name);
    }

    /** ISO 639-1: what a person stated, else what was detected; null where neither is known. */
    public @Nullable String language() {
        return statedLanguage != null ? statedLanguage : detectedLanguage;
    }
}
