package eu.counterpoint.search;

import eu.counterpoint.file.Sha256;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Material;
import java.util.List;

/**
 * What the passages of a file are known by in the index: the file and the version of the extractor. Under one key they
 * never change.
 */
record FileKey(FileId file, String name, Sha256 sha256, String extractor) {

    /** The keys of the files that have been read. */
    static List<FileKey> of(Material material) {
        return material.files().stream().filter(file -> file.extractor() != null)
                .map(file -> new FileKey(file.id(), file.name(), file.sha256(), file.extractor())).toList();
    }

    @Override
    public String toString() {
        return file + "@" + extractor;
    }
}
