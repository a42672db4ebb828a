package eu.counterpoint.search;

import eu.counterpoint.file.Sha256;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Material;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the passages of a file are known by in the index: the file and the version of the extractor. Under one key they
 * never change.
 *
 * @param language ISO 639-1, of the file; null where it is not known
 */
record FileKey(FileId file, String name, Sha256 sha256, String extractor, @Nullable String language) {

    /** The keys of the files that have been read. */
    static List<FileKey> of(Material material) {
        return material.files().stream().filter(file -> file.extractor() != null)
                .map(file -> new FileKey(file.id(), file.name(), file.sha256(), file.extractor(),
                        file.language()))
                .toList();
    }

    @Override
    public String toString() {
        return file + "@" + extractor;
    }
}
