package eu.counterpoint.search;

import eu.counterpoint.file.Passage;
import eu.counterpoint.library.MaterialId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A passage in the index, as {@code index-mappings/passages.json} lays it out.
 *
 * @param language ISO 639-1, or null where it is not known
 * @param in       the text again under its language, where that has a field of its own; searched, but not kept
 */
record PassageDocument(String material, String fileKey, long file, String fileName, int number, @Nullable Integer page,
        String text, @Nullable String language, @Nullable Map<String, String> in, @Nullable Integer second) {

    static PassageDocument of(MaterialId material, FileKey key, Passage passage) {
        String language = key.language(passage);
        return new PassageDocument(material.value(), key.toString(), key.file().value(), key.name(), passage.number(),
                passage.page(), passage.text(), language,
                OwnFields.has(language) ? Map.of(language, passage.text()) : Map.of(), passage.second());
    }

    String id() {
        return fileKey + "-" + number;
    }

    /** What the passage with this number is known by in the index. */
    static String id(FileKey key, int number) {
        return key + "-" + number;
    }
}
