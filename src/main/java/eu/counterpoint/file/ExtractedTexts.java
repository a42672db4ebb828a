package eu.counterpoint.file;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The passages extracted from originals, by SHA-256 and extractor version, kept beside them. */
public interface ExtractedTexts {

    /** Keeps the passages of an original. Durable when it returns; replaces what was there for the same version. */
    void keep(Sha256 sha256, String extractor, List<Passage> passages) throws IOException;

    /**
     * The passages in reading order; empty where none were kept. Close the stream.
     */
    Stream<Passage> passages(Sha256 sha256, String extractor) throws IOException;
}
