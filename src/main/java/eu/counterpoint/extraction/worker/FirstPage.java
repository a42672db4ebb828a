package eu.counterpoint.extraction.worker;

import eu.counterpoint.extraction.worker.PagePictures.Drawing;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.tika.exception.TikaException;

/** The first page of a PDF, the first slide, or a picture, as small as a cover is. */
final class FirstPage {

    /** Pixels on the shorter side; what is smaller shows nothing. */
    private static final int SMALLEST = 60;

    /** Twice as large as it will be, so that thin lines do not get lost; a picture of 64 million pixels takes 200 MB at worst. */
    private static final Drawing HOW = new Drawing(2 * Frame.Picture.HIGHEST, 64_000_000, BufferedImage.TYPE_INT_RGB);

    /** Of 255: what nobody can tell apart. */
    private static final int SAME = 6;

    private FirstPage() {}

    /**
     * Draws it; nothing where that would be a blank sheet, or a strip.
     *
     * @throws IOException   when it is damaged, too large, or of a kind that is not drawn here
     * @throws TikaException likewise
     */
    static Optional<BufferedImage> of(Path file) throws IOException, TikaException {
        BufferedImage page = isContainer(file) ? FirstSlide.of(file, HOW) : picture(file);
        BufferedImage cover = small(page);
        return Math.min(cover.getWidth(), cover.getHeight()) < SMALLEST || isBlank(cover)
                ? Optional.empty()
                : Optional.of(cover);
    }

    private static BufferedImage picture(Path file) throws IOException, TikaException {
        try (PagePictures pictures = PagePictures.of(file)) {
            return pictures.picture(1, HOW);
        }
    }

    /** Whether it is a zip archive or an OLE file, as documents of office programs are. */
    private static boolean isContainer(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && (head[0] == 'P' && head[1] == 'K'
                    || head[0] == (byte) 0xD0 && head[1] == (byte) 0xCF && head[2] == 0x11 && head[3] == (byte) 0xE0);
        }
    }

    /** By halves first: whoever leaves out more than every second pixel loses lines. */
    private static BufferedImage small(BufferedImage page) {
        double scale = Math.min(1,
                Math.min((double) Frame.Picture.WIDEST / page.getWidth(),
                        (double) Frame.Picture.HIGHEST / page.getHeight()));
        int width = Math.max(1, (int) Math.round(page.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(page.getHeight() * scale));
        BufferedImage small = page;
        while (small.getWidth() >= 2 * width && small.getHeight() >= 2 * height) {
            small = drawn(small, small.getWidth() / 2, small.getHeight() / 2);
        }
        return drawn(small, width, height);
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return drawn;
    }

    private static boolean isBlank(BufferedImage cover) {
        int[] pixels = cover.getRGB(0, 0, cover.getWidth(), cover.getHeight(), null, 0, cover.getWidth());
        for (int pixel : pixels) {
            for (int shift = 0; shift <= 16; shift += 8) {
                if (Math.abs((pixel >> shift & 255) - (pixels[0] >> shift & 255)) > SAME) {
                    return false;
                }
            }
        }
        return true;
    }
}
