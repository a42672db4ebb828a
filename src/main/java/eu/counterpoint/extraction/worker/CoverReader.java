package eu.counterpoint.extraction.worker;

import eu.counterpoint.extraction.Extraction.Status;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Draws the first page of one file after another, small. A file without one, or that is damaged, has no cover. */
final class CoverReader implements TaskReader {

    private static final float QUALITY = 0.85f;

    private final FrameWriter out;

    CoverReader(FrameWriter out) {
        this.out = out;
        ImageIO.setUseCache(false);
    }

    @Override
    public void read(Task task) throws IOException {
        Ending ending;
        try {
            Optional<BufferedImage> page = FirstPage.of(task.file());
            if (page.isPresent()) {
                BufferedImage cover = page.get();
                out.write(new Frame.Picture(cover.getWidth(), cover.getHeight(), jpeg(cover)));
            }
            ending = new Ending(page.isPresent() ? Status.EXTRACTED : Status.EMPTY, null);
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Exception | Error failure) {
            ending = new Ending(Status.UNREADABLE, Reason.DAMAGED);
        }
        out.write(new Frame.End(ending.status(), ending.reason(), null, Map.of(), 0));
        out.flush();
    }

    @Override
    public void tick() {
        // A cover has its time, and nobody waits for news of it.
    }

    private static byte[] jpeg(BufferedImage cover) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream to = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(to);
            writer.write(null, new IIOImage(cover, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
