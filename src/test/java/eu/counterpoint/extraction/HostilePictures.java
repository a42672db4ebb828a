package eu.counterpoint.extraction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** A few bytes that say they are much more. */
final class HostilePictures {

    private static final int SIDE = 60_000;

    private HostilePictures() {}

    /** Adds a page with some words over a picture of ten gigabytes. */
    static void addTo(PDDocument pdf) throws IOException {
        PDPage page = new PDPage();
        pdf.addPage(page);
        page.setResources(new PDResources());
        PDStream data = new PDStream(pdf, new ByteArrayInputStream(deflated(100_000_000)), COSName.FLATE_DECODE);
        data.getCOSObject().setItem(COSName.TYPE, COSName.XOBJECT);
        data.getCOSObject().setItem(COSName.SUBTYPE, COSName.IMAGE);
        data.getCOSObject().setInt(COSName.WIDTH, SIDE);
        data.getCOSObject().setInt(COSName.HEIGHT, SIDE);
        data.getCOSObject().setInt(COSName.BITS_PER_COMPONENT, 8);
        data.getCOSObject().setItem(COSName.COLORSPACE, COSName.DEVICERGB);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            content.drawImage(new PDImageXObject(data, page.getResources()), 50, 50, 300, 300);
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            content.newLineAtOffset(50, 700);
            content.showText("Words over a picture.");
            content.endText();
        }
    }

    /** So many bytes of nothing, packed; a thousandth of that. */
    static byte[] deflated(int size) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] blanks = " ".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED), 1 << 16)) {
            for (int i = 0; i < size / blanks.length; i++) {
                out.write(blanks);
            }
        }
        return packed.toByteArray();
    }
}
