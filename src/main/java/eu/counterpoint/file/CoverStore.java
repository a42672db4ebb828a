package eu.counterpoint.file;

import java.io.IOException;
import java.util.Optional;

/** Small pictures of the first pages of originals, in JPEG, by the SHA-256 of the original. They can be made again at any time. */
public interface CoverStore {

    /** Keeps the cover of an original in the place of the one before. Durable when it returns. */
    void keep(Sha256 original, byte[] jpeg) throws IOException;

    /** The cover of an original, where there is one. */
    Optional<byte[]> find(Sha256 original) throws IOException;
}
