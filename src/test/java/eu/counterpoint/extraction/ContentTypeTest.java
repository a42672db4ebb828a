package eu.counterpoint.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file is, before anybody parses it. */
class ContentTypeTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @TempDir
    Path folder;

    @Test
    void knowsAPdfByItsContentWhateverItIsCalled() throws IOException {
        Path file = folder.resolve("a");
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.save(file.toFile());
        }
        ContentType renamed = ContentType.of(file, "report.docx");
        assertThat(renamed.byContent()).isEqualTo("application/pdf");
        assertThat(renamed.byName()).isEqualTo(DOCX);
        assertThat(renamed.likely()).isEqualTo("application/pdf");
        assertThat(renamed.isAsNamed()).isFalse();
        assertThat(ContentType.of(file, "Report.PDF").isAsNamed()).isTrue();
        assertThat(ContentType.of(file, "report").isAsNamed()).isTrue();
    }

    @Test
    void believesTheNameOfAnOfficeDocument() throws IOException {
        Path file = folder.resolve("a");
        try (XWPFDocument word = new XWPFDocument(); OutputStream out = Files.newOutputStream(file)) {
            word.createParagraph().createRun().setText("Hello");
            word.write(out);
        }
        ContentType type = ContentType.of(file, "report.docx");
        assertThat(type.likely()).isEqualTo(DOCX);
        assertThat(type.isAsNamed()).isTrue();
        try (HSSFWorkbook excel = new HSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            excel.createSheet();
            excel.write(out);
        }
        assertThat(ContentType.of(file, "figures.xls").likely()).isEqualTo("application/vnd.ms-excel");
        assertThat(ContentType.of(file, "figures.xls").isAsNamed()).isTrue();
    }

    @Test
    void isNotTakenInByAProgramCalledPdf() throws IOException {
        Path file = Files.write(folder.resolve("a"), "MZ\u0090\0\u0003\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        ContentType type = ContentType.of(file, "minutes.pdf");
        assertThat(type.byContent()).isEqualTo("application/x-msdownload");
        assertThat(type.byName()).isEqualTo("application/pdf");
        assertThat(type.likely()).isEqualTo("application/x-msdownload");
        assertThat(type.isAsNamed()).isFalse();
    }

    @Test
    void knowsTextFromPicturesAndNothing() throws IOException {
        Path file = folder.resolve("a");
        Files.writeString(file, "Plain words.\n");
        assertThat(ContentType.of(file, "notes.txt").likely()).isEqualTo("text/plain");
        assertThat(ContentType.of(file, "notes.md").likely()).isEqualTo("text/markdown");
        assertThat(ContentType.of(file, "photo.jpg").isAsNamed()).isFalse();
        Files.writeString(file, "<!DOCTYPE html><html><body>Hello</body></html>");
        assertThat(ContentType.of(file, "page").likely()).isEqualTo("text/html");
        Files.write(file, new byte[0]);
        assertThat(ContentType.of(file, "empty.pdf").byContent()).isEqualTo("application/octet-stream");
    }
}
