package eu.counterpoint.library;

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
 * @param language   ISO 639-1, detected; or null
 * @param pages      pages, slides or sheets; or null
 * @param characters of its text; 0 until read
 * @param extractor  version of the extractor whose passages are kept; null until read
 */
public record MaterialFile(FileId id, String name, Sha256 sha256, long size, @Nullable String mediaType,
        Outcome outcome, @Nullable String reason, @Nullable String language, @Nullable Integer pages, long characters,
        @Nullable String extractor, Instant received) {}
