package eu.counterpoint.extraction.worker;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.UnsupportedFormatException;

/** A file as pictures of its pages, grey and large enough to be read, and no larger. */
interface PagePictures extends Closeable {

    /** Pixels on the longer side: a sheet of A4 at 300 dots per inch. */
    int LONGEST = 3508;

    /**
     * Opens a file.
     *
     * @throws UnsupportedFormatException when it is neither a PDF nor a picture of a kind that can be read
     * @throws IOException                when it is damaged
     */
    static PagePictures of(Path file) throws IOException, TikaException {
        String head;
        try (InputStream in = Files.newInputStream(file)) {
            head = new String(in.readNBytes(1024), StandardCharsets.ISO_8859_1);
        }
        if (head.contains("%PDF-")) {
            return PdfPages.open(file);
        }
        return head.startsWith("RIFF") && head.startsWith("WEBP", 8) ? new WebPicture(file) : ImagePages.open(file);
    }

    /** By content. */
    String mediaType();

    /**
     * The pages whose words only a picture shows.
     *
     * @param known pages whose words are known, from 1
     */
    List<Integer> wanted(Set<Integer> known);

    /**
     * Draws one page.
     *
     * @param number from 1
     * @param to     a file for the picture, in a format that Tesseract reads
     * @return false where it is too small to have words
     * @throws IOException when it is damaged or too large
     */
    boolean draw(int number, Path to) throws IOException;
}
