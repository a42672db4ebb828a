package eu.counterpoint.search;

import eu.counterpoint.file.Passage;
import eu.counterpoint.library.MaterialId;
import org.jspecify.annotations.Nullable;

/** A passage in the index, as {@code index-mappings/passages.json} lays it out. */
record PassageDocument(String material, String fileKey, long file, String fileName, int number, @Nullable Integer page,
        String text) {

    static PassageDocument of(MaterialId material, FileKey key, Passage passage) {
        return new PassageDocument(material.value(), key.toString(), key.file().value(), key.name(), passage.number(),
                passage.page(), passage.text());
    }

    String id() {
        return fileKey + "-" + number;
    }
}
