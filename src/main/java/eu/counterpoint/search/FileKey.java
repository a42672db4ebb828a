package eu.counterpoint.search;

import eu.counterpoint.file.Passage;
import eu.counterpoint.file.Sha256;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Material;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the passages of a file are known by in the index: the file, the version of the extractor, and the language where a
 * person has stated it. Under one key they never change.
 *
 * @param detected ISO 639-1, the language of the file as far as it was detected; or null
 * @param stated   ISO 639-1, the language that a person says it has; or null
 */
record FileKey(FileId file, String name, Sha256 sha256, String extractor, @Nullable String detected,
        @Nullable String stated) {

    /** The keys of the files that have been read. */
    static List<FileKey> of(Material material) {
        return material.files().stream().filter(file -> file.extractor() != null)
                .map(file -> new FileKey(file.id(), file.name(), file.sha256(), file.extractor(),
                        file.detectedLanguage(), file.statedLanguage()))
                .toList();
    }

    /** The language of a passage: its own where it has one, else the file's; null where neither is known. */
    @Nullable
    String language(Passage passage) {
        return passage.language() != null ? passage.language() : stated != null ? stated : detected;
    }

    @Override
    public String toString() {
        return file + "@" + extractor + (stated == null ? "" : "+" + stated);
    }
}
