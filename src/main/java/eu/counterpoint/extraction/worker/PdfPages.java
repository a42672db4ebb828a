package eu.counterpoint.extraction.worker;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/** The pages of a PDF. */
record PdfPages(PDDocument pdf, PDFRenderer renderer) implements PagePictures {

    private static final float DOTS_PER_INCH = 300;
    private static final float POINTS_PER_INCH = 72;
    /** Pixels on each side; what is smaller is an icon or a rule. */
    private static final int SMALLEST = 200;
    private static final int DEEPEST = 3;

    static PdfPages open(Path file) throws IOException {
        return open(file, "");
    }

    static PdfPages open(Path file, String password) throws IOException {
        PDDocument pdf = PdfObjects.open(file, password, IOUtils.createTempFileOnlyStreamCache());
        PDFRenderer renderer = new PDFRenderer(pdf);
        renderer.setSubsamplingAllowed(true);
        return new PdfPages(pdf, renderer);
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    /** Where nothing has words, letters may also be drawn as outlines; beside words, a page without them may be blank. */
    @Override
    public List<Integer> wanted(Set<Integer> known) {
        return IntStream.rangeClosed(1, pdf.getNumberOfPages()).filter(page -> !known.contains(page))
                .filter(page -> known.isEmpty() ? hasContent(page) : hasPicture(pdf.getPage(page - 1))).boxed()
                .toList();
    }

    /** Whether a page that is not known shows a picture. */
    boolean showsPictureBeside(Set<Integer> known) {
        int number = 0;
        for (PDPage page : pdf.getPages()) {
            number++;
            if (!known.contains(number) && hasPicture(page)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean draw(int number, Path to) throws IOException {
        float scale = scale(number, Drawing.FOR_WORDS);
        return scale > 0 && ImageIO.write(picture(number, Drawing.FOR_WORDS, scale), "bmp", to.toFile());
    }

    @Override
    public BufferedImage picture(int number, Drawing how) throws IOException {
        float scale = scale(number, how);
        if (scale == 0) {
            throw new IOException("a page of no size");
        }
        return picture(number, how, scale);
    }

    private BufferedImage picture(int number, Drawing how, float scale) throws IOException {
        ImageType type = how.imageType() == BufferedImage.TYPE_BYTE_GRAY ? ImageType.GRAY : ImageType.RGB;
        return renderer.renderImage(number - 1, scale, type);
    }

    /** Pixels for a point; 0 where a page would be narrower than a pixel. */
    private float scale(int number, Drawing how) {
        PDRectangle size = pdf.getPage(number - 1).getCropBox();
        float longer = Math.max(size.getWidth(), size.getHeight());
        float scale = Math.min(DOTS_PER_INCH / POINTS_PER_INCH, how.longest() / longer);
        return Math.min(size.getWidth(), size.getHeight()) * scale < 1 ? 0 : scale;
    }

    private boolean hasContent(int number) {
        return pdf.getPage(number - 1).hasContents();
    }

    private static boolean hasPicture(PDPage page) {
        try {
            return hasPicture(page.getResources(), 0);
        } catch (IOException | RuntimeException damaged) {
            return false;
        }
    }

    private static boolean hasPicture(@Nullable PDResources resources, int depth) throws IOException {
        if (resources == null || depth > DEEPEST) {
            return false;
        }
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (object instanceof PDImageXObject image && image.getWidth() >= SMALLEST
                    && image.getHeight() >= SMALLEST) {
                return true;
            }
            if (object instanceof PDFormXObject form && hasPicture(form.getResources(), depth + 1)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}
