package eu.counterpoint.extraction.worker;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.tika.exception.UnsupportedFormatException;

/**
 * A photograph of a page, or several pages in one TIFF, turned the way that the camera says it was held.
 *
 * @param orientation as EXIF has it: 1 to 8
 */
record ImagePages(Path file, ImageInputStream in, ImageReader reader, int orientation) implements PagePictures {

    private static final int SMALLEST = 100;
    private static final int MOST_PAGES = 10_000;

    static ImagePages open(Path file) throws IOException, UnsupportedFormatException {
        ImageInputStream in = ImageIO.createImageInputStream(file.toFile());
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            in.close();
            throw new UnsupportedFormatException("no picture that can be read");
        }
        ImageReader reader = readers.next();
        reader.setInput(in, false, true);
        return new ImagePages(file, in, reader, orientation(file));
    }

    @Override
    public String mediaType() {
        String[] types = reader.getOriginatingProvider().getMIMETypes();
        return types == null || types.length == 0 ? "image/*" : types[0];
    }

    @Override
    public List<Integer> wanted(Set<Integer> known) {
        return IntStream.rangeClosed(1, isTiff() ? pages() : 1).filter(page -> !known.contains(page)).boxed().toList();
    }

    /** Counted one by one, as a page may be followed by the first one, and the reader would never come to an end. */
    private int pages() {
        int pages = 1;
        try {
            while (pages < MOST_PAGES) {
                reader.getWidth(pages);
                pages++;
            }
        } catch (IndexOutOfBoundsException noMore) {
            return pages;
        } catch (IOException | RuntimeException damaged) {
            return pages + 1;
        }
        return pages;
    }

    @Override
    public boolean draw(int number, Path to) throws IOException {
        if (Math.min(reader.getWidth(number - 1), reader.getHeight(number - 1)) < SMALLEST) {
            return false;
        }
        BufferedImage picture;
        try {
            picture = picture(number, Drawing.FOR_WORDS);
        } catch (IIOException inColoursOfPrinters) {
            if (!mediaType().contains("jpeg")) {
                throw inColoursOfPrinters;
            }
            PagePictures.handOver(file, reader.getWidth(0), reader.getHeight(0), to);
            return true;
        }
        return ImageIO.write(picture, "bmp", to.toFile());
    }

    @Override
    public BufferedImage picture(int number, Drawing how) throws IOException {
        int width = reader.getWidth(number - 1);
        int height = reader.getHeight(number - 1);
        if ((long) width * height > how.unpacked()) {
            throw new IOException("larger than a camera makes");
        }
        ImageReadParam parameters = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(width, height) / how.longest());
        parameters.setSourceSubsampling(step, step, 0, 0);
        return upright(reader.read(number - 1, parameters), how);
    }

    /** Animations have many pictures too, but no pages. */
    private boolean isTiff() {
        return mediaType().contains("tiff");
    }

    /** On white, scaled and turned in one go. */
    private BufferedImage upright(BufferedImage picture, Drawing how) {
        double scale = Math.min(1, (double) how.longest() / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) (picture.getWidth() * scale));
        int height = Math.max(1, (int) (picture.getHeight() * scale));
        boolean lies = orientation >= 5;
        BufferedImage upright = new BufferedImage(lies ? height : width, lies ? width : height,
                how.imageType());
        Graphics2D graphics = upright.createGraphics();
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, upright.getWidth(), upright.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.transform(turn(width, height));
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return upright;
    }

    private AffineTransform turn(int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static int orientation(Path file) {
        try {
            ExifIFD0Directory camera = ImageMetadataReader.readMetadata(file.toFile())
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer orientation = camera == null ? null : camera.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return orientation == null ? 1 : orientation;
        } catch (IOException | ImageProcessingException | RuntimeException none) {
            return 1;
        }
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        in.close();
    }
}
