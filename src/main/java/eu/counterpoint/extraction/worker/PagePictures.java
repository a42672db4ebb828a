package eu.counterpoint.extraction.worker;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.UnsupportedFormatException;

/** A file as pictures of its pages. */
interface PagePictures extends Closeable {

    /**
     * How a page is to be drawn.
     *
     * @param longest   pixels on its longer side at most
     * @param unpacked  pixels of a picture that is taken apart for it at most
     * @param imageType one of the types of {@link BufferedImage}
     */
    record Drawing(int longest, long unpacked, int imageType) {

        /**
         * To be read: grey, a sheet of A4 at 300 dots per inch, from what a camera of today makes at most and what may be
         * unpacked at once whatever the format.
         */
        static final Drawing FOR_WORDS = new Drawing(3508, 200_000_000, BufferedImage.TYPE_BYTE_GRAY);
    }

    /** Pixels of a picture that is handed over as it is, and which Tesseract unpacks whole: A4 at 600 dots per inch. */
    long MOST_HANDED_OVER = 40_000_000;

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

    /**
     * Hands a picture over as it is, where Tesseract knows its kind and Java does not.
     *
     * @throws IOException when it is too large
     */
    static void handOver(Path file, long width, long height, Path to) throws IOException {
        if (width * height > MOST_HANDED_OVER) {
            throw new IOException("larger than may be unpacked");
        }
        Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
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
     * Draws one page {@link Drawing#FOR_WORDS}.
     *
     * @param number from 1
     * @param to     a file for the picture, in a format that Tesseract reads
     * @return false where it is too small to have words
     * @throws IOException when it is damaged or too large
     */
    boolean draw(int number, Path to) throws IOException;

    /**
     * Draws one page.
     *
     * @param number from 1
     * @throws IOException when it is damaged, too large, too small, or of a kind that Java does not draw
     */
    BufferedImage picture(int number, Drawing how) throws IOException;
}
