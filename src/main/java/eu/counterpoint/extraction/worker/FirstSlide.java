package eu.counterpoint.extraction.worker;

import eu.counterpoint.extraction.worker.PagePictures.Drawing;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.sl.draw.Drawable;
import org.apache.poi.sl.usermodel.SlideShow;
import org.apache.poi.sl.usermodel.SlideShowFactory;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.UnsupportedFormatException;

/**
 * The first slide of a presentation of PowerPoint's. Of other documents of office programs, and where it cannot be drawn, the
 * picture that the program which wrote them has put into them.
 */
final class FirstSlide {

    private static final List<String> THUMBNAILS = List.of("docProps/thumbnail.jpeg", "docProps/thumbnail.jpg",
            "docProps/thumbnail.png", "Thumbnails/thumbnail.png");
    private static final int MOST_BYTES = 4 << 20;

    private FirstSlide() {}

    static BufferedImage of(Path file, Drawing how) throws IOException, TikaException {
        if (!startsAsZip(file)) {
            return drawn(file, how);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("ppt/presentation.xml") != null) {
                try {
                    return drawn(file, how);
                } catch (OutOfMemoryError e) {
                    throw e;
                } catch (Exception | Error notDrawn) {
                    // then as PowerPoint saw it
                }
            }
            return thumbnail(zip, how);
        }
    }

    private static boolean startsAsZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P';
        }
    }

    private static BufferedImage drawn(Path file, Drawing how) throws IOException {
        try (SlideShow<?, ?> show = SlideShowFactory.create(file.toFile(), null, true)) {
            if (show.getSlides().isEmpty()) {
                throw new IOException("no slides");
            }
            Dimension size = show.getPageSize();
            double scale = how.longest() / Math.max(size.getWidth(), size.getHeight());
            BufferedImage picture = new BufferedImage((int) Math.max(1, size.getWidth() * scale),
                    (int) Math.max(1, size.getHeight() * scale), how.imageType());
            Graphics2D graphics = picture.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(Drawable.BUFFERED_IMAGE, new WeakReference<>(picture));
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
            graphics.scale(scale, scale);
            show.getSlides().getFirst().draw(graphics);
            graphics.dispose();
            return picture;
        }
    }

    private static BufferedImage thumbnail(ZipFile zip, Drawing how) throws IOException, TikaException {
        ZipEntry entry = THUMBNAILS.stream().map(zip::getEntry).filter(Objects::nonNull).findFirst()
                .orElseThrow(() -> new UnsupportedFormatException("no picture in it"));
        Path copy = Files.createTempFile("thumbnail", null);
        try {
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] bytes = in.readNBytes(MOST_BYTES + 1);
                if (bytes.length > MOST_BYTES) {
                    throw new IOException("larger than a thumbnail is");
                }
                Files.write(copy, bytes);
            }
            try (PagePictures picture = ImagePages.open(copy)) {
                return picture.picture(1, how);
            }
        } finally {
            Files.delete(copy);
        }
    }
}
