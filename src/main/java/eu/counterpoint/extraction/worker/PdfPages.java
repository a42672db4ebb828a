package eu.counterpoint.extraction.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
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
        PDDocument pdf = Loader.loadPDF(new RandomAccessReadBufferedFile(file.toFile()), "", null, null,
                IOUtils.createTempFileOnlyStreamCache());
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
                .filter(page -> known.isEmpty() ? hasContent(page) : hasPicture(page)).boxed().toList();
    }

    @Override
    public boolean draw(int number, Path to) throws IOException {
        PDRectangle size = pdf.getPage(number - 1).getCropBox();
        float longer = Math.max(size.getWidth(), size.getHeight());
        float scale = Math.min(DOTS_PER_INCH / POINTS_PER_INCH, LONGEST / longer);
        if (Math.min(size.getWidth(), size.getHeight()) * scale < 1) {
            return false;
        }
        return ImageIO.write(renderer.renderImage(number - 1, scale, ImageType.GRAY), "bmp", to.toFile());
    }

    private boolean hasContent(int number) {
        return pdf.getPage(number - 1).hasContents();
    }

    private boolean hasPicture(int number) {
        try {
            PDPage page = pdf.getPage(number - 1);
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
