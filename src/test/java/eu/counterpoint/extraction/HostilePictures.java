package eu.counterpoint.extraction;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
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

    /** A blank picture in lossless WebP: each of its codes has one symbol, so that no pixel takes a bit. */
    static byte[] webp(int width, int height) {
        BitSet bits = new BitSet();
        int at = put(bits, 0, width - 1, 14);
        at = put(bits, at, height - 1, 14);
        at = put(bits, at, 0, 1 + 3); // no transparency; the version
        at = put(bits, at, 0, 1 + 1 + 1); // nothing transformed, no cache of colours, one set of codes
        for (int symbol : new int[]{255, 255, 255, 255, 0}) {
            at = put(bits, at, 1, 1 + 1); // a simple code, of one symbol
            at = put(bits, at, 1, 1); // of eight bits
            at = put(bits, at, symbol, 8);
        }
        byte[] codes = bits.toByteArray();
        int length = (at + 7) / 8 + 1;
        int padded = length + length % 2;
        ByteBuffer file = ByteBuffer.allocate(20 + padded).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(12 + padded);
        file.put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII)).putInt(length).put((byte) 0x2F).put(codes);
        return file.array();
    }

    private static int put(BitSet bits, int at, int value, int count) {
        for (int i = 0; i < count; i++) {
            bits.set(at + i, (value >> i & 1) == 1);
        }
        return at + count;
    }

    /** A grey picture in the four colours of printers, in JPEG. */
    static byte[] cmyk(BufferedImage grey) throws IOException {
        WritableRaster four = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, grey.getWidth(), grey.getHeight(), 4,
                null);
        for (int y = 0; y < grey.getHeight(); y++) {
            for (int x = 0; x < grey.getWidth(); x++) {
                // As Adobe has it, upside down: 255 is no ink.
                four.setPixel(x, y, new int[]{255, 255, 255, grey.getRaster().getSample(x, y, 0)});
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(four, null, null), null);
        } finally {
            writer.dispose();
        }
        byte[] jpeg = bytes.toByteArray();
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.write(jpeg, 0, 2);
        marked.writeBytes(new byte[]{(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0});
        marked.write(jpeg, 2, jpeg.length - 2);
        return marked.toByteArray();
    }

    /** The same JPEG, which says that it is so large. */
    static byte[] sized(byte[] jpeg, int width, int height) {
        byte[] sized = jpeg.clone();
        for (int i = 0; i < sized.length - 9; i++) {
            if (sized[i] == (byte) 0xFF && sized[i + 1] == (byte) 0xC0) {
                ByteBuffer.wrap(sized).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
                return sized;
            }
        }
        throw new IllegalArgumentException("no size");
    }

    /** The same grey JPEG, with a picture that refers to a table which is not there: its size can be read, and no more. */
    static byte[] undecodable(byte[] jpeg) {
        byte[] broken = jpeg.clone();
        for (int i = 0; i < broken.length - 6; i++) {
            if (broken[i] == (byte) 0xFF && broken[i + 1] == (byte) 0xDA) {
                broken[i + 6] = 0x33;
                return broken;
            }
        }
        throw new IllegalArgumentException("no picture");
    }

    /** A grey TIFF of so many pages, all with the same strip of nothing, packed in a way that may be none. */
    static byte[] tiff(int width, int height, int pages, int packing) {
        int directory = 2 + 8 * 12 + 4;
        ByteBuffer file = ByteBuffer.allocate(8 + pages * directory + 100).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        for (int page = 1; page <= pages; page++) {
            file.putShort((short) 8);
            entry(file, 256, width);
            entry(file, 257, height);
            entry(file, 258, 8);
            entry(file, 259, packing);
            entry(file, 262, 1);
            entry(file, 273, 8 + pages * directory);
            entry(file, 278, height);
            entry(file, 279, 100);
            file.putInt(page == pages ? 0 : 8 + page * directory);
        }
        return file.array();
    }

    /** Such a TIFF, whose last page is followed by its first. */
    static byte[] endlessTiff(int width, int height, int pages) {
        byte[] tiff = tiff(width, height, pages, 1);
        ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN).putInt(tiff.length - 100 - 4, 8);
        return tiff;
    }

    /** The beginning of a JPEG 2000 that says it is two thousand million pixels wide and high. */
    static byte[] jpeg2000() {
        ByteBuffer file = ByteBuffer.allocate(200);
        file.putInt(12).put("jP  ".getBytes(StandardCharsets.US_ASCII)).putInt(0x0D0A870A);
        file.putInt(20).put("ftypjp2 ".getBytes(StandardCharsets.US_ASCII)).putInt(0)
                .put("jp2 ".getBytes(StandardCharsets.US_ASCII));
        file.putInt(45).put("jp2h".getBytes(StandardCharsets.US_ASCII));
        file.putInt(22).put("ihdr".getBytes(StandardCharsets.US_ASCII)).putInt(2_000_000_000).putInt(2_000_000_000)
                .putShort((short) 3).put((byte) 7).put((byte) 7).putShort((short) 0);
        file.putInt(15).put("colr".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).putShort((short) 0).putInt(16);
        file.putInt(0).put("jp2c".getBytes(StandardCharsets.US_ASCII)).putInt(0xFF4FFF51);
        return file.array();
    }

    private static void entry(ByteBuffer file, int tag, int value) {
        file.putShort((short) tag).putShort((short) 4).putInt(1).putInt(value);
    }
}
