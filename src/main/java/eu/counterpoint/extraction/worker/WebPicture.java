package eu.counterpoint.extraction.worker;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A picture in WebP, which Tesseract reads and Java does not. Its size stands in its first chunk, and a picture whose other chunks say
 * another one is read by nobody.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9649">RFC 9649</a>
 */
record WebPicture(Path file) implements PagePictures {

    /** Bytes until the size is known. */
    private static final int HEAD = 30;
    private static final int SIDE = (1 << 14) - 1;
    private static final int LONG_SIDE = (1 << 24) - 1;

    @Override
    public String mediaType() {
        return "image/webp";
    }

    @Override
    public List<Integer> wanted(Set<Integer> known) {
        return known.isEmpty() ? List.of(1) : List.of();
    }

    @Override
    public boolean draw(int number, Path to) throws IOException {
        ByteBuffer head;
        try (InputStream in = Files.newInputStream(file)) {
            head = ByteBuffer.wrap(in.readNBytes(HEAD)).order(ByteOrder.LITTLE_ENDIAN);
        }
        if (head.capacity() < HEAD) {
            throw new EOFException();
        }
        switch (StandardCharsets.US_ASCII.decode(head.slice(12, 4)).toString()) {
            case "VP8 " -> PagePictures.handOver(file, head.getShort(26) & SIDE, head.getShort(28) & SIDE, to);
            case "VP8L" -> PagePictures.handOver(file, 1 + (head.getInt(21) & SIDE), 1 + (head.getInt(21) >> 14 & SIDE),
                    to);
            case "VP8X" -> PagePictures.handOver(file, 1 + (head.getInt(24) & LONG_SIDE),
                    1 + (head.getInt(26) >>> 8), to);
            default -> throw new IOException("no size");
        }
        return true;
    }

    @Override
    public BufferedImage picture(int number, Drawing how) throws IOException {
        throw new IOException("a kind that Java does not draw");
    }

    @Override
    public void close() {
        // nothing is open
    }
}
