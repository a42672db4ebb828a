package eu.counterpoint.exchange;

import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.MaterialNotFoundException;
import org.springframework.http.HttpStatus;

/** Reads the ids in an address. What cannot be an id is the address of nothing. */
final class Addresses {

    private Addresses() {}

    static MaterialId material(String id) {
        if (!MaterialId.isWellFormed(id)) {
            throw new MaterialNotFoundException("Not the id of a material");
        }
        return new MaterialId(id);
    }

    static MaterialFile file(Material material, String id) {
        try {
            return material.file(new FileId(Long.parseLong(id))).orElseThrow(Addresses::noSuchFile);
        } catch (NumberFormatException e) {
            throw noSuchFile();
        }
    }

    private static Refusal noSuchFile() {
        return new Refusal(HttpStatus.NOT_FOUND, "no-such-file");
    }
}
