package eu.counterpoint.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.extraction.Extraction.Status;
import eu.counterpoint.extraction.worker.Prose;
import eu.counterpoint.file.Passage;
import eu.counterpoint.testing.Pdfs;
import eu.counterpoint.testing.Scans;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** What people upload: where a passage stands, what a document says of itself, and why one could not be read. */
class DocumentsTest extends OneWorker {

    private static final String SENTENCE = "Credible voices from civil society answer extremist propaganda online. ";

    DocumentsTest() {
        super(Pools.settings(1));
    }

    @Test
    void findsTheThirdPageOfAPdf() throws Exception {
        pdf(false);
        Extraction extraction = extract("report.pdf");
        assertThat(extraction.status()).isEqualTo(Status.EXTRACTED);
        assertThat(extraction.reason()).isNull();
        assertThat(extraction.passages()).filteredOn(passage -> passage.text().contains("phrase of page 3"))
                .extracting(Passage::page).containsExactly(3);
        assertThat(extraction.passages()).extracting(Passage::page).containsExactly(1, 2, 3, 4, 5);
        assertThat(extraction.passages()).extracting(Passage::number).containsExactly(0, 1, 2, 3, 4);
        var properties = extraction.properties();
        assertThat(properties.mediaType()).isEqualTo("application/pdf");
        assertThat(properties.title()).isEqualTo("Answering hate");
        assertThat(properties.authors()).containsExactly("Ana Silva", "Jan Novák");
        assertThat(properties.year()).isEqualTo(2015);
        assertThat(properties.language()).isEqualTo("en");
        assertThat(properties.pages()).isEqualTo(5);
        assertThat(properties.raw()).containsKey("pdf:PDFVersion");
    }

    @Test
    void tellsWhichPassagesAreInAnotherLanguageThanTheFile() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            text.append((i == 5 ? Prose.ENGLISH : Prose.GERMAN).passage(i)).append("\n\n");
        }
        Files.writeString(file, text);

        Extraction extraction = extract("bericht.txt");

        assertThat(extraction.properties().language()).isEqualTo("de");
        assertThat(extraction.passages()).hasSize(8).filteredOn(passage -> passage.language() != null)
                .singleElement().satisfies(passage -> {
                    assertThat(passage.language()).isEqualTo("en");
                    assertThat(passage.text()).contains("the beginning of a conversation");
                });
    }

    @Test
    void asksForACopyWithoutPassword() throws Exception {
        pdf(true);
        Extraction extraction = extract("report.pdf");
        assertThat(extraction.status()).isEqualTo(Status.ENCRYPTED);
        assertThat(extraction.reason()).isEqualTo("password");
        assertThat(extraction.passages()).isEmpty();
    }

    @Test
    void takesAPdfWithoutTextForAScan() throws Exception {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.save(file.toFile());
        }
        Extraction extraction = extract("scan.pdf");
        assertThat(extraction.status()).isEqualTo(Status.EMPTY);
        assertThat(extraction.reason()).isEqualTo("scan");
        assertThat(extraction.properties().pages()).isEqualTo(1);
    }

    @Test
    void saysThatSomePagesOfAPdfArePicturesAlsoBehindAPassword() throws Exception {
        byte[] mixed = Scans.pdf(List.of("text:" + SENTENCE, "", Scans.ENGLISH));
        Files.write(file, mixed);
        assertLacksItsScans(extract("mixed.pdf"));
        Files.write(file, Pdfs.locked(mixed, "secret"));
        try (Password password = new Password("secret")) {
            assertLacksItsScans(pool.extract(file, "mixed.pdf", password));
        }
        Files.write(file, Scans.pdf(List.of("text:" + SENTENCE, "", "text:3")));
        assertThat(extract("blank.pdf").status()).as("pages without pictures").isEqualTo(Status.EXTRACTED);
    }

    private static void assertLacksItsScans(Extraction extraction) {
        assertThat(extraction.status()).isEqualTo(Status.TRUNCATED);
        assertThat(extraction.reason()).isEqualTo("scanned-pages");
        assertThat(extraction.passages()).singleElement().satisfies(passage -> {
            assertThat(passage.page()).isEqualTo(1);
            assertThat(passage.text()).isEqualTo(SENTENCE.strip());
        });
    }

    @Test
    void numbersSlidesAndSheets() throws Exception {
        try (XMLSlideShow show = new XMLSlideShow(); OutputStream out = Files.newOutputStream(file)) {
            for (int i = 1; i <= 3; i++) {
                XSLFTextBox box = show.createSlide().createTextBox();
                box.setText("Words of slide " + i);
            }
            show.write(out);
        }
        Extraction slides = extract("talk.pptx");
        assertThat(slides.passages()).extracting(Passage::page).containsExactly(1, 2, 3);
        assertThat(slides.passages().get(1).text()).contains("Words of slide 2");
        try (XSSFWorkbook book = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            for (String name : new String[]{"Reach", "Effect"}) {
                var row = book.createSheet(name).createRow(0);
                row.createCell(0).setCellValue("A figure of");
                row.createCell(1).setCellValue(name);
            }
            book.write(out);
        }
        Extraction sheets = extract("figures.xlsx");
        assertThat(sheets.passages()).extracting(Passage::page).containsExactly(1, 2);
        assertThat(sheets.passages().get(1).text()).isEqualTo("Effect\n\nA figure of\tEffect");
        assertThat(sheets.properties().pages()).isEqualTo(2);
    }

    @Test
    void saysWhenTheEndOfAWordDocumentIsMissing() throws Exception {
        word();
        byte[] whole = Files.readAllBytes(file);
        assertThat(extract("a.docx").status()).isEqualTo(Status.EXTRACTED);
        Files.write(file, Arrays.copyOf(whole, whole.length - 60));
        Extraction cut = extract("a.docx");
        assertThat(cut.status()).isEqualTo(Status.TRUNCATED);
        assertThat(cut.reason()).isEqualTo("damaged-partly");
        assertThat(cut.passages()).isNotEmpty();
        Files.write(file, Arrays.copyOf(whole, whole.length / 10));
        Extraction stump = extract("a.docx");
        assertThat(stump.status()).isEqualTo(Status.UNREADABLE);
        assertThat(stump.reason()).isEqualTo("damaged");
    }

    @Test
    void saysWhatIsWrongWithFilesThatHoldNoText() throws Exception {
        Files.write(file, new byte[0]);
        assertThat(extract("a.pdf").reason()).isEqualTo("empty-file");
        Files.writeString(file, " \n\t\n ");
        Extraction blank = extract("a.txt");
        assertThat(blank.status()).isEqualTo(Status.EMPTY);
        assertThat(blank.reason()).isEqualTo("no-text");
        Files.write(file, new byte[]{1, 2, 3, 0, 0, 0, 7, 8, 9});
        Extraction unknown = extract("a");
        assertThat(unknown.status()).isEqualTo(Status.UNREADABLE);
        assertThat(unknown.reason()).isEqualTo("unsupported");
        Files.writeString(file, "%PDF-1.7\nand then nothing that makes sense");
        assertThat(extract("a.pdf").reason()).isEqualTo("damaged");
    }

    @Test
    void readsAFileOfAnyName() throws Exception {
        Path strange = folder.resolve("pâté %41 & 'ζ' \n $(x) ;.txt");
        Files.writeString(strange, "Found it.");
        assertThat(pool.extract(strange, "../../" + "ü".repeat(300) + "\u0000.txt").passages())
                .extracting(Passage::text)
                .containsExactly("Found it.");
    }

    @Test
    void leavesAWorkerThatHasReadItsShare() throws Exception {
        var base = Pools.settings(1);
        var settings = new ExtractionSettings(1, base.heap(), base.timeout(), base.stall(), base.startup(),
                base.maxCharacters(), base.maxEmbedded(), base.maxDepth(), base.maxTemporary(), 1, true);
        Files.writeString(file, "Some text.");
        try (WorkerPool pool = new WorkerPool(settings)) {
            pool.warmUp();
            assertThat(pool.extract(file, "a.txt").status()).isEqualTo(Status.EXTRACTED);
            assertThat(pool.extract(file, "a.txt").status()).isEqualTo(Status.EXTRACTED);
        }
    }

    private void pdf(boolean encrypted) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            for (int i = 1; i <= 5; i++) {
                PDPage page = new PDPage();
                pdf.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    content.beginText();
                    content.setFont(font, 12);
                    content.newLineAtOffset(50, 700);
                    content.showText(SENTENCE);
                    content.showText("The phrase of page " + i + ".");
                    content.endText();
                }
            }
            PDOutlineItem bookmark = new PDOutlineItem();
            bookmark.setTitle("A bookmark, which stands on no page");
            bookmark.setDestination(pdf.getPage(2));
            PDDocumentOutline bookmarks = new PDDocumentOutline();
            bookmarks.addLast(bookmark);
            pdf.getDocumentCatalog().setDocumentOutline(bookmarks);
            pdf.getDocumentInformation().setTitle("Microsoft Word - Answering hate");
            pdf.getDocumentInformation().setAuthor("Ana Silva; Jan Novák");
            pdf.getDocumentInformation().setCreationDate(new GregorianCalendar(2015, Calendar.MAY, 20));
            if (encrypted) {
                pdf.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            }
            pdf.save(file.toFile());
        }
    }

    private void word() throws IOException {
        try (XWPFDocument word = new XWPFDocument(); OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < 50; i++) {
                word.createParagraph().createRun().setText(i + " " + SENTENCE);
            }
            word.write(out);
        }
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).startsWith("PK");
    }
}
