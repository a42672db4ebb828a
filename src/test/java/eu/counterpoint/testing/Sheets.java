package eu.counterpoint.testing;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.sl.usermodel.PictureData;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextBox;

/** Files whose first page is of one colour above and white below, with a word on it, so that it can be told by its colour. */
public final class Sheets {

    /** So often half a page is painted in some seconds. */
    public static final int SOME_SECONDS = 20_000;

    /** And so often in more time than anybody has. */
    public static final int VERY_LONG = 2_000_000;

    private static final int TITLE = 30;

    private Sheets() {}

    /** A PDF in A4 with a page for each colour. */
    public static byte[] pdf(String word, Color... pages) {
        try (PDDocument pdf = new PDDocument()) {
            for (Color colour : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                pdf.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    content.setNonStrokingColor(colour);
                    content.addRect(0, PDRectangle.A4.getHeight() / 2, PDRectangle.A4.getWidth(),
                            PDRectangle.A4.getHeight() / 2);
                    content.fill();
                    content.setNonStrokingColor(Color.BLACK);
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), TITLE);
                    content.newLineAtOffset(60, 300);
                    content.showText(word);
                    content.endText();
                }
            }
            return bytes(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PDF whose one page says so many times to paint its upper half. */
    public static byte[] slowPdf(int times) {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            byte[] paint = "0 420 600 430 re f\n".repeat(times).getBytes();
            page.setContents(new PDStream(pdf, new ByteArrayInputStream(paint), COSName.FLATE_DECODE));
            return bytes(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Slides of 4:3. */
    public static byte[] slides(String word, Color... slides) {
        try (XMLSlideShow show = new XMLSlideShow()) {
            show.setPageSize(new Dimension(720, 540));
            for (Color colour : slides) {
                XSLFSlide slide = show.createSlide();
                var field = slide.createAutoShape();
                field.setAnchor(new Rectangle(0, 0, 720, 270));
                field.setFillColor(colour);
                XSLFTextBox title = slide.createTextBox();
                title.setAnchor(new Rectangle(60, 300, 600, 100));
                title.setText(word).setFontSize(40.0);
            }
            return bytes(show);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A slide with a picture all over it. */
    public static byte[] slidesWith(byte[] png) {
        try (XMLSlideShow show = new XMLSlideShow()) {
            var picture = show.createSlide().createPicture(show.addPicture(png, PictureData.PictureType.PNG));
            picture.setAnchor(new Rectangle(0, 0, 720, 540));
            return bytes(show);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(XMLSlideShow show) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        show.write(bytes);
        return bytes.toByteArray();
    }

    private static byte[] bytes(PDDocument pdf) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }
}
