package eu.counterpoint.extraction;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import eu.counterpoint.extraction.Extraction.Status;
import eu.counterpoint.file.Passage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Office documents and e-books that unpack to gigabytes, expand entities without end, or bring macros. */
class HostileOfficeTest extends OneWorker {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static final int THOUSANDS = 20;
    private static final int TIMES = 1_000;

    HostileOfficeTest() {
        super(Pools.limits(20_000, 50, 5));
    }

    @Test
    void stopsAtWordsOfGigabytes() throws Exception {
        Bombs.zip(file, word(), "word/document.xml",
                XML + "<w:document xmlns:w='" + WORD + "'><w:body><w:p><w:r><w:t>",
                "The same words again and again. ".repeat(THOUSANDS * 2000), TIMES,
                "</w:t></w:r></w:p></w:body></w:document>");
        assertEnded(extract("a.docx"), Status.CRASHED, "out-of-memory");
    }

    @Test
    void stopsAtSheetsOfGigabytes() throws Exception {
        Bombs.zip(file, sheets(), "xl/worksheets/sheet1.xml", XML + "<worksheet xmlns='" + SHEET + "'><sheetData>",
                "<row><c t='inlineStr'><is><t>The same words again and again.</t></is></c></row>"
                        .repeat(THOUSANDS * 1000),
                TIMES, "</sheetData></worksheet>");
        Extraction extraction = extract("a.xlsx");
        assertEnded(extraction, Status.TRUNCATED, "text-limit");
        assertThat(extraction.passages()).last().extracting(Passage::text, as(STRING))
                .startsWith("The same words again and again.");
    }

    @Test
    void stopsAtAnOpenDocumentOfGigabytes() throws Exception {
        Map<String, String> mime = Map.of("mimetype", "application/vnd.oasis.opendocument.text");
        String head = XML + "<office:document-content xmlns:office='" + OFFICE + "' xmlns:text='" + TEXT
                + "'><office:body><office:text>";
        String tail = "</office:text></office:body></office:document-content>";
        Bombs.zip(file, mime, "content.xml", head,
                "<text:p>The same words again and again.</text:p>".repeat(THOUSANDS * 1000), TIMES, tail);
        Extraction extraction = extract("a.odt");
        assertEnded(extraction, Status.TRUNCATED, "text-limit");
        assertThat(extraction.passages()).first().extracting(Passage::text, as(STRING))
                .startsWith("The same words again and again.");
    }

    @Test
    void expandsNoEntitiesInOfficeDocuments() throws Exception {
        StringBuilder dtd = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            dtd.append("<!ENTITY e%d \"&e%d;&e%d;&e%d;\">".formatted(i, i - 1, i - 1, i - 1));
        }
        String bomb = XML + dtd + "]>";
        Map<String, String> docx = word();
        docx.put("word/document.xml", bomb + "<w:document xmlns:w='" + WORD
                + "'><w:body><w:p><w:r><w:t>Before.</w:t></w:r></w:p><w:p><w:r><w:t>&e29;</w:t></w:r></w:p></w:body></w:document>");
        assertEnded(read(docx, "a.docx"), Status.UNREADABLE, "damaged");
        Map<String, String> odt = new LinkedHashMap<>();
        odt.put("mimetype", "application/vnd.oasis.opendocument.text");
        odt.put("content.xml", bomb + "<office:document-content xmlns:office='" + OFFICE + "' xmlns:text='" + TEXT
                + "'><office:body><office:text><text:p>Before.</text:p><text:p>&e29;</text:p></office:text></office:body></office:document-content>");
        assertReadBefore(read(odt, "a.odt"));
        Map<String, String> epub = new LinkedHashMap<>();
        epub.put("mimetype", "application/epub+zip");
        epub.put("META-INF/container.xml", XML
                + "<container version='1.0' xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
                + "<rootfile full-path='a.opf' media-type='application/oebps-package+xml'/></rootfiles></container>");
        epub.put("a.opf", XML + "<package xmlns='http://www.idpf.org/2007/opf' version='2.0'><metadata/><manifest>"
                + "<item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest><spine><itemref idref='a'/></spine></package>");
        epub.put("a.xhtml", bomb
                + "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>Before.</p><p>&e29;</p></body></html>");
        assertReadBefore(read(epub, "a.epub"));
        Files.writeString(file, bomb
                + "<svg xmlns='http://www.w3.org/2000/svg'><text>Before.</text><text>&e29;</text></svg>");
        assertReadBefore(extract("a.svg"));
    }

    @Test
    void readsSheetsWithMacrosAndNeverTheirMacros() throws Exception {
        VbaProject project = project();
        try (XSSFWorkbook book = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            book.createSheet("Figures").createRow(0).createCell(0).setCellValue("The words of the sheet.");
            PackagePart macros = book.getPackage().createPart(PackagingURIHelper.createPartName("/xl/vbaProject.bin"),
                    "application/vnd.ms-office.vbaProject");
            try (OutputStream part = macros.getOutputStream()) {
                part.write(project.file());
            }
            book.getPackagePart().addRelationship(macros.getPartName(), TargetMode.INTERNAL,
                    "http://schemas.microsoft.com/office/2006/relationships/vbaProject");
            book.getPackage().replaceContentType(XSSFRelation.WORKBOOK.getContentType(),
                    XSSFRelation.MACROS_WORKBOOK.getContentType());
            book.write(out);
        }
        assertOnlyWords("a.xlsm", project);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            book.createSheet("Figures").createRow(0).createCell(0).setCellValue("The words of the sheet.");
            book.write(bytes);
        }
        addMacros(bytes.toByteArray(), "_VBA_PROJECT_CUR", project);
        assertOnlyWords("a.xls", project);
    }

    @Test
    void readsOldWordDocumentsWithMacrosAsThoseWithout() throws Exception {
        Path plain = Corpus.orSkip().folder().resolve("tika-test-documents/93198c87_test.doc");
        Extraction without = pool.extract(plain, "a.doc");
        assertThat(without.status()).isEqualTo(Status.EXTRACTED);
        VbaProject project = project();

        addMacros(Files.readAllBytes(plain), "Macros", project);

        assertThat(VbaProject.in(file)).containsEntry(VbaProject.MODULE, project.source());
        Extraction with = extract("a.doc");
        assertEnded(with, Status.EXTRACTED, null);
        assertThat(with.passages()).isEqualTo(without.passages());
        assertThat(marker()).as("what the macro would write").doesNotExist();
    }

    @Test
    void readsWhatOfficeHasWrittenWithoutItsMacros() throws Exception {
        Path documents = Corpus.orSkip().folder().resolve("tika-test-documents");
        for (String name : List.of("d2019d6a_testWORD_no_format.doc", "b97f9b2a_testEXCEL_macro.xls")) {
            Path document = documents.resolve(name);
            List<String> lines = VbaProject.in(document).values().stream().flatMap(String::lines).map(String::strip)
                    .filter(line -> !line.isEmpty()).toList();
            assertThat(lines).as(name).isNotEmpty();
            Extraction extraction = pool.extract(document, name);
            assertThat(extraction.status()).as(name).isEqualTo(Status.EXTRACTED);
            assertThat(extraction.passages()).as(name).isNotEmpty().noneSatisfy(
                    passage -> assertThat(lines).anySatisfy(line -> assertThat(passage.text()).contains(line)));
        }
    }

    /** Writes a file as soon as the document is opened, in Word and in Excel. */
    private VbaProject project() {
        String writes = "    Open \"" + marker() + "\" For Output As #1\r\n    Print #1, \"run\"\r\n    Close #1\r\n";
        return new VbaProject("Attribute VB_Name = \"" + VbaProject.MODULE + "\"\r\nSub AutoOpen()\r\n" + writes
                + "End Sub\r\nSub Auto_Open()\r\n    AutoOpen\r\nEnd Sub\r\n");
    }

    private Path marker() {
        return folder.resolve("macro-was-run");
    }

    /** @param storage where programs of this kind of document look for macros */
    private void addMacros(byte[] document, String storage, VbaProject project) throws IOException {
        try (POIFSFileSystem old = new POIFSFileSystem(new ByteArrayInputStream(document));
                OutputStream out = Files.newOutputStream(file)) {
            project.addTo(old.getRoot().createDirectory(storage));
            old.writeFilesystem(out);
        }
    }

    private Extraction read(Map<String, String> parts, String name) throws IOException, InterruptedException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return extract(name);
    }

    /** All but the words. */
    private static Map<String, String> word() {
        return office("word/document.xml",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");
    }

    /** All but the one sheet. */
    private static Map<String, String> sheets() {
        Map<String, String> parts = office("xl/workbook.xml",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");
        parts.put("[Content_Types].xml", parts.get("[Content_Types].xml").replace("</Types>",
                "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='application/vnd.openxmlformats-"
                        + "officedocument.spreadsheetml.worksheet+xml'/></Types>"));
        parts.put("xl/workbook.xml", XML + "<workbook xmlns='" + SHEET
                + "' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>"
                + "<sheet name='Figures' sheetId='1' r:id='r1'/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", relationship("worksheet", "worksheets/sheet1.xml"));
        return parts;
    }

    private static Map<String, String> office(String main, String type) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", XML
                + "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                + "<Override PartName='/" + main + "' ContentType='" + type + "'/></Types>");
        parts.put("_rels/.rels", relationship("officeDocument", main));
        return parts;
    }

    private static String relationship(String type, String target) {
        return XML + "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                + type + "' Target='" + target + "'/></Relationships>";
    }

    private static void assertEnded(Extraction extraction, Status status, @Nullable String reason) {
        assertThat(extraction.status()).isEqualTo(status);
        assertThat(extraction.reason()).isEqualTo(reason);
    }

    /** What stands before the entities is read, and none of them. */
    private static void assertReadBefore(Extraction extraction) {
        assertEnded(extraction, Status.TRUNCATED, "damaged-partly");
        assertThat(extraction.passages()).extracting(Passage::text).containsExactly("Before.");
    }

    private void assertOnlyWords(String name, VbaProject project) throws Exception {
        assertThat(VbaProject.in(file)).as(name).containsEntry(VbaProject.MODULE, project.source());
        Extraction extraction = extract(name);
        assertEnded(extraction, Status.EXTRACTED, null);
        assertThat(extraction.passages()).as(name).singleElement().extracting(Passage::text, as(STRING))
                .isEqualToIgnoringWhitespace("Figures The words of the sheet.");
        assertThat(marker()).as("what the macro would write").doesNotExist();
    }
}
