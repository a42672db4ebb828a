package eu.counterpoint.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a file's text.
 *
 * @param number   from 0, in reading order within the file
 * @param page     page, slide or sheet it stands on, from 1; null where the kind of file has none
 * @param part     name of the embedded document it comes from, or null for the file itself
 * @param text     the text, never blank
 * @param language ISO 639-1, where it certainly is another than the file's; else null
 * @param second   from the beginning at which it is said, in subtitles; else null
 */
public record Passage(int number, @Nullable Integer page, @Nullable String part, String text,
        @Nullable String language, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer second) {

    /** A passage that is not said at a certain time. */
    public Passage(int number, @Nullable Integer page, @Nullable String part, String text,
            @Nullable String language) {
        this(number, page, part, text, language, null);
    }

    /** A passage in the language of its file. */
    public Passage(int number, @Nullable Integer page, @Nullable String part, String text) {
        this(number, page, part, text, null);
    }
}
