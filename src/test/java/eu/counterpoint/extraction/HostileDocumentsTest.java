package eu.counterpoint.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.extraction.Extraction.Status;
import eu.counterpoint.file.Passage;
import eu.counterpoint.testing.Scans;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Documents made to take all memory, disk or time. Each ends in an outcome within its limits, and the same worker or its successor reads
 * the next file, with nothing left behind.
 */
class HostileDocumentsTest extends OneWorker {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int LEVELS = 100_000;

    HostileDocumentsTest() {
        super(Pools.settings(1));
    }

    @AfterEach
    void costsNoOtherFile() throws Exception {
        Path next = Files.writeString(folder.resolve("next.txt"), "The next file.");
        assertThat(pool.extract(next, "next.txt").status()).isEqualTo(Status.EXTRACTED);
    }

    @Test
    void survivesAHundredThousandLevels() throws Exception {
        Files.writeString(file,
                "<html><body><p>Above.</p>" + "<div>".repeat(LEVELS) + "Below." + "</div>".repeat(LEVELS));
        Extraction html = extract("a.html");
        assertEnds(html, Status.EXTRACTED, null);
        assertThat(html.passages()).first().satisfies(passage -> assertThat(passage.text()).startsWith("Above."));
        Files.writeString(file, "<?xml version='1.0'?>" + "<a>".repeat(LEVELS) + "Below." + "</a>".repeat(LEVELS));
        assertEnds(extract("a.xml"), Status.UNREADABLE, "damaged");
        Files.writeString(file, "[".repeat(LEVELS) + "1" + "]".repeat(LEVELS));
        Extraction json = extract("a.json");
        assertEnds(json, Status.EXTRACTED, null);
        assertThat(json.passages()).as("it is plain text").first()
                .satisfies(passage -> assertThat(passage.text()).startsWith("[[["));
        Files.writeString(file, "{\\rtf1 " + "{\\b ".repeat(LEVELS) + "Below." + "}".repeat(LEVELS) + "}");
        assertEnds(extract("a.rtf"), Status.EMPTY, "no-text");
        StringBuilder mail = new StringBuilder("From: a@example.org\r\nMIME-Version: 1.0\r\n");
        for (int i = 0; i < LEVELS / 10; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\r\n\r\n--b").append(i)
                    .append("\r\n");
        }
        Files.writeString(file, mail + "Content-Type: text/plain\r\n\r\nBelow.\r\n");
        assertEnds(extract("a.eml"), Status.UNREADABLE, "expands-too-much");
        Files.write(file,
                office("<w:tbl><w:tr><w:tc>".repeat(LEVELS) + "<w:p/>" + "</w:tc></w:tr></w:tbl>".repeat(LEVELS)));
        assertEnds(extract("a.docx"), Status.UNREADABLE, "damaged");
    }

    @Test
    void survivesAHundredThousandLevelsInAPdf() throws Exception {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.save(file.toFile(), CompressParameters.NO_COMPRESSION);
        }
        String whole = Files.readString(file, StandardCharsets.ISO_8859_1);
        int page = whole.indexOf("/Type /Page\n");
        assertThat(page).as(whole).isPositive();
        Files.writeString(file, whole.substring(0, page) + "/Deep " + "[".repeat(LEVELS) + "]".repeat(LEVELS) + "\n"
                + whole.substring(page), StandardCharsets.ISO_8859_1);
        assertEnds(extract("a.pdf"), Status.EMPTY, "scan");
    }

    @Test
    void readsAPdfOfTenThousandPages() throws Exception {
        try (PDDocument pdf = new PDDocument()) {
            PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            for (int i = 1; i <= 10_000; i++) {
                PDPage page = new PDPage();
                pdf.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    content.beginText();
                    content.setFont(font, 12);
                    content.newLineAtOffset(50, 700);
                    content.showText("These are the words of page " + i + ".");
                    content.endText();
                }
            }
            pdf.save(file.toFile());
        }
        Extraction extraction = extract("long.pdf");
        assertThat(extraction.status()).isEqualTo(Status.EXTRACTED);
        assertThat(extraction.properties().pages()).isEqualTo(10_000);
        assertThat(extraction.passages()).hasSize(10_000).last().satisfies(passage -> {
            assertThat(passage.page()).isEqualTo(10_000);
            assertThat(passage.text()).isEqualTo("These are the words of page 10000.");
        });
    }

    /** Each of a stretch of its own, for the one before lies minutes away. */
    @Test
    void takesSoManyPassagesAndNoMoreFromSubtitles() throws Exception {
        Files.writeString(file, "0:00 --> 0\na\n\n9:00 --> 0\nb\n\n".repeat(200_000));
        Extraction extraction = extract("a.srt");
        assertThat(extraction.status()).isEqualTo(Status.TRUNCATED);
        assertThat(extraction.reason()).isEqualTo("text-limit");
        assertThat(extraction.passages()).hasSize(50_000).last().satisfies(passage -> {
            assertThat(passage.text()).isEqualTo("b");
            assertThat(passage.second()).isEqualTo(9 * 60);
        });
    }

    @Test
    void survivesPicturesThatExplode() throws Exception {
        Files.write(file, hugePng());
        Extraction png = extract("huge.png");
        assertThat(png.status()).isEqualTo(Status.EMPTY);
        assertThat(png.reason()).isEqualTo("scan");
        for (byte[] picture : List.of(HostilePictures.webp(16_383, 16_383),
                HostilePictures.endlessTiff(1000, 1000, 2), HostilePictures.tiff(100_000, 100_000, 1, 8))) {
            Files.write(file, picture);
            Extraction read = extract("a picture");
            assertThat(read.status()).isEqualTo(Status.EMPTY);
            assertThat(read.reason()).isEqualTo("scan");
        }
        Files.write(file, HostilePictures.tiff(50, 50, 20_000, 1));
        assertThat(extract("many.tiff").reason()).isEqualTo("damaged");
        Files.write(file, HostilePictures.jpeg2000());
        assertThat(extract("huge.jp2").reason()).isEqualTo("unsupported");
        try (PDDocument pdf = new PDDocument()) {
            HostilePictures.addTo(pdf);
            pdf.save(file.toFile());
        }
        Extraction pdf = extract("huge.pdf");
        assertThat(pdf.status()).isEqualTo(Status.EXTRACTED);
        assertThat(pdf.passages()).extracting(Passage::text).containsExactly("Words over a picture.");
    }

    @Test
    void survivesAPageThatUnpacksToGigabytes() throws Exception {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            page.setContents(
                    new PDStream(pdf, new java.io.ByteArrayInputStream(HostilePictures.deflated(2_000_000_000)),
                            COSName.FLATE_DECODE));
            pdf.addPage(page);
            pdf.save(file.toFile());
        }
        assertEnds(extract("page.pdf"), Status.EMPTY, "scan");
    }

    @Test
    void survivesAFontThatMapsEverything() throws Exception {
        String map = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00000000> <FFFFFFFF>"
                + " endcodespacerange " + "1 beginbfrange <00000000> <7FFFFFFF> <0041> endbfrange ".repeat(100)
                + "endcmap end";
        try (PDDocument pdf = new PDDocument()) {
            PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            font.getCOSObject().setItem(COSName.TO_UNICODE,
                    new PDStream(pdf, new java.io.ByteArrayInputStream(map.getBytes(StandardCharsets.US_ASCII))));
            COSArray widths = new COSArray();
            for (int i = 0; i < 1_000_000; i++) {
                widths.add(org.apache.pdfbox.cos.COSInteger.ONE);
            }
            font.getCOSObject().setItem(COSName.WIDTHS, widths);
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.beginText();
                content.setFont(font, 12);
                content.newLineAtOffset(50, 700);
                content.showText("Words in a strange font.");
                content.endText();
            }
            pdf.save(file.toFile());
        }
        Extraction extraction = extract("font.pdf");
        assertEnds(extraction, Status.EXTRACTED, null);
        assertThat(extraction.passages()).extracting(Passage::text).containsExactly("Words in a strange font.");
    }

    @Test
    void readsADocumentWithMacrosAndNeverItsMacros() throws Exception {
        try (XWPFDocument word = new XWPFDocument(); OutputStream out = Files.newOutputStream(file)) {
            word.createParagraph().createRun().setText("The words of the document.");
            PackagePart macros = word.getPackage().createPart(PackagingURIHelper.createPartName("/word/vbaProject.bin"),
                    "application/vnd.ms-office.vbaProject");
            try (OutputStream part = macros.getOutputStream()) {
                part.write("Sub AutoOpen() Shell \"calc\" End Sub".getBytes(StandardCharsets.US_ASCII));
            }
            word.getPackagePart().addRelationship(macros.getPartName(), TargetMode.INTERNAL,
                    "http://schemas.microsoft.com/office/2006/relationships/vbaProject");
            word.getPackage().replaceContentType(XWPFRelation.DOCUMENT.getContentType(),
                    XWPFRelation.MACRO_DOCUMENT.getContentType());
            word.write(out);
        }
        Extraction extraction = extract("letter.docm");
        assertThat(extraction.status()).isEqualTo(Status.EXTRACTED);
        assertThat(extraction.passages()).extracting(Passage::text).containsExactly("The words of the document.");
    }

    @Test
    void namesWhatIsInsideWithoutControlCharacters() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("../../e\u0000v\u0007i\u001B[31ml\u202Etxt.\n\r.txt"));
            zip.write("Words.".getBytes(StandardCharsets.US_ASCII));
        }
        Extraction extraction = extract("a.zip");
        assertThat(extraction.status()).isEqualTo(Status.EXTRACTED);
        assertThat(extraction.passages()).singleElement().satisfies(passage -> assertThat(passage.part())
                .doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]").endsWith(".txt"));
    }

    @Test
    void believesTheContentAndNotTheName() throws Exception {
        Files.write(file, office("<w:p><w:r><w:t>A letter in truth.</w:t></w:r></w:p>"));
        for (String name : List.of("a.pdf", "a.jpg", "a.txt", "a.html", "a")) {
            Extraction extraction = extract(name);
            assertThat(extraction.passages()).as(name).extracting(Passage::text).containsExactly("A letter in truth.");
        }
        Files.writeString(file, "Plain words in truth.");
        for (String name : List.of("a.pdf", "a.docx", "a.jpg", "a.zip", "a.epub", "a.msg")) {
            Extraction extraction = extract(name);
            assertEnds(extraction, Status.EXTRACTED, null);
            assertThat(extraction.passages()).as(name).extracting(Passage::text)
                    .containsExactly("Plain words in truth.");
        }
    }

    @Override
    Extraction extract(String name) throws InterruptedException {
        long begin = System.nanoTime();
        Extraction extraction = super.extract(name);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).as(name).isLessThan(LIMIT.plusSeconds(10));
        return extraction;
    }

    /** With this outcome, and no more text than is taken of any file. */
    private static void assertEnds(Extraction extraction, Status status, @Nullable String reason) {
        assertThat(extraction.status()).isEqualTo(status);
        assertThat(extraction.reason()).isEqualTo(reason);
        assertThat(extraction.passages().stream().mapToInt(passage -> passage.text().length()).sum())
                .isLessThanOrEqualTo(5_000_000);
    }

    /** A Word document with this in its body. */
    private static byte[] office(String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, "[Content_Types].xml",
                    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                            + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                            + "<Override PartName='/word/document.xml' ContentType='"
                            + XWPFRelation.DOCUMENT.getContentType() + "'/></Types>");
            add(zip, "_rels/.rels",
                    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                            + "<Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                            + "officeDocument' Target='word/document.xml'/></Relationships>");
            add(zip, "word/document.xml",
                    "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/"
                            + "main'><w:body>" + body + "</w:body></w:document>");
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Says that it is two thousand million pixels wide and high. */
    private static byte[] hugePng() {
        byte[] png = Scans.encoded(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY), "png");
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, 2_000_000_000).putInt(20, 2_000_000_000);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return png;
    }
}
