package eu.counterpoint.extraction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.function.IntUnaryOperator;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDTrueTypeFont;
import org.apache.pdfbox.pdmodel.font.encoding.WinAnsiEncoding;

/** Fonts whose letters never come to an end: each is put together from others. */
final class HostileFonts {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    /** Offsets are words; there are more parts; they are placed by their offset. */
    private static final short FLAGS_MORE = 0x0023;
    private static final short FLAGS_LAST = 0x0003;

    private HostileFonts() {}

    /** A page in a font whose A is made of an A. */
    static byte[] endless() throws IOException {
        return page(madeOf(letter -> letter, 'A', 'A'));
    }

    /** A page in a font whose A is made of two Bs, and those of two Cs each, and so on: 33 million shapes. */
    static byte[] doubling() throws IOException {
        return page(madeOf(letter -> letter + 1, 'A', 'Y'));
    }

    /** A page in a font that is none. */
    static byte[] damaged() throws IOException {
        byte[] font = original();
        for (int i = 2_000; i < font.length; i += 7) {
            font[i] ^= (byte) 0x5A;
        }
        return page(font);
    }

    private static byte[] madeOf(IntUnaryOperator madeOf, char from, char to) throws IOException {
        byte[] font = original();
        ByteBuffer bytes = ByteBuffer.wrap(font);
        try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font.clone()))) {
            var glyphs = parsed.getUnicodeCmapLookup();
            int table = (int) parsed.getTableMap().get("glyf").getOffset();
            long[] places = parsed.getIndexToLocation().getOffsets();
            for (char letter = from; letter <= to; letter++) {
                short part = (short) glyphs.getGlyphId(madeOf.applyAsInt(letter));
                bytes.position(table + (int) places[glyphs.getGlyphId(letter)]);
                bytes.putShort((short) -1).position(bytes.position() + 8);
                bytes.putShort(FLAGS_MORE).putShort(part).putShort((short) 0).putShort((short) 0);
                bytes.putShort(FLAGS_LAST).putShort(part).putShort((short) 9).putShort((short) 9);
            }
        }
        return font;
    }

    private static byte[] page(byte[] font) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDTrueTypeFont embedded = PDTrueTypeFont.load(pdf, new ByteArrayInputStream(original()),
                    WinAnsiEncoding.INSTANCE);
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.beginText();
                content.setFont(embedded, 40);
                content.newLineAtOffset(50, 700);
                content.showText("A WORD IN A STRANGE FONT");
                content.endText();
            }
            embedded.getFontDescriptor().setFontFile2(
                    new PDStream(pdf, new ByteArrayInputStream(font), COSName.FLATE_DECODE));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] original() throws IOException {
        try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
            return in.readAllBytes();
        }
    }
}
