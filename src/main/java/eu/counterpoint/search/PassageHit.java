package eu.counterpoint.search;

import eu.counterpoint.library.FileId;
import org.jspecify.annotations.Nullable;

/**
 * A passage found.
 *
 * @param number of the passage in its file, from 0
 * @param page   page or slide, from 1, or null
 * @param second from the beginning at which it is said, in subtitles, or null
 * @param html   its best stretch, escaped, with {@code <mark>} around what matched
 * @param near   whether it is shown because it means the same, and not for its words
 */
public record PassageHit(FileId file, String fileName, int number, @Nullable Integer page, @Nullable Integer second,
        String html,
        boolean near) {}
