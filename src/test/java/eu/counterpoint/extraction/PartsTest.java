package eu.counterpoint.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.extraction.Extraction.Status;
import eu.counterpoint.file.Passage;
import eu.counterpoint.testing.Pdfs;
import eu.counterpoint.testing.Scans;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** Archives and messages of which not every part can be read: nobody takes them for whole. */
class PartsTest extends OneWorker {

    private static final byte[] WORDS = "The words of the report.".getBytes(StandardCharsets.US_ASCII);
    /** As {@code openssl cms -sign -outform DER} makes it. */
    private static final String SIGNATURE = """
            MIHBBgkqhkiG9w0BBwKggbMwgbACAQExDTALBglghkgBZQMEAgEwCwYJKoZIhvcNAQcBMYGOMIGLAgEBMCQwDDEKMAgGA1UEAwwB
            YQIUQGY5qaIK+QEQd6e3rw7ev3CpIuswCwYJYIZIAWUDBAIBMAoGCCqGSM49BAMCBEcwRQIgRH5I+Q489ssCIm4GyPs8NaKI1tf7
            QnUD/7xbSFAKSH0CIQDlsFSJ2ASjs7ZcaLCEvV3BTMe4vHUlZALMi2ABwYNJJQ==""";

    PartsTest() {
        super(Pools.settings(1));
    }

    @Test
    void tellOfALockedAttachment() throws Exception {
        mail("annex.pdf", Pdfs.locked("The words of the annex.", "secret"));
        Extraction extraction = extract("mail.eml");
        assertMissed(extraction);
        assertThat(extraction.passages()).extracting(Passage::text).anyMatch(text -> text.contains("The message."));
    }

    @Test
    void tellOfBrokenDocumentsInAnArchive() throws Exception {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("report.txt", WORDS);
        for (int i = 0; i < 9; i++) {
            parts.put("annex" + i + ".pdf", Pdfs.broken());
        }
        zip(parts);
        Extraction extraction = extract("papers.zip");
        assertMissed(extraction);
        assertThat(extraction.passages()).containsExactly(new Passage(0, null, "report.txt", new String(WORDS)));
    }

    @Test
    void tellOfALockedDocumentInAnArchiveThatIsAttached() throws Exception {
        zip(Map.of("annex.pdf", Pdfs.locked("The words of the annex.", "secret")));
        mail("papers.zip", Files.readAllBytes(file));
        assertMissed(extract("mail.eml"));
    }

    @Test
    void areWholeWithoutWhatHoldsNoWords() throws Exception {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("report.txt", WORDS);
        parts.put("empty.docx", new byte[0]);
        parts.put("film.mp4", new byte[]{0, 0, 0, 0x18, 'f', 't', 'y', 'p', 'm', 'p', '4', '2', 0, 0});
        parts.put("logo.heic", new byte[]{0, 0, 0, 0x18, 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c', 0, 0});
        parts.put("__MACOSX/._report.pdf", new byte[]{0, 5, 0x16, 7, 0, 2, 0, 0, 'M', 'a', 'c'});
        zip(parts);
        assertWhole(extract("papers.zip"));
        mail("smime.p7s", Base64.getMimeDecoder().decode(SIGNATURE));
        assertWhole(extract("mail.eml"));
    }

    @Test
    void areToBeUnpackedWhereTheyAreScans() throws Exception {
        zip(Map.of("annex.pdf", Pdfs.scanned()));
        assertScans(extract("papers.zip"), Status.EMPTY);
        zip(Map.of("page.jpg", Scans.photograph(Scans.ENGLISH)));
        assertScans(extract("papers.zip"), Status.EMPTY);
        zip(Map.of("report.txt", WORDS, "annex.pdf", Pdfs.scanned()));
        assertScans(extract("papers.zip"), Status.TRUNCATED);
        mail("annex.pdf", Pdfs.scanned());
        assertScans(extract("mail.eml"), Status.TRUNCATED);
    }

    @Test
    void areNoScansWhereTheyAdornWords() throws Exception {
        zip(Map.of("report.txt", WORDS, "annex.pdf", Pdfs.saying("The words of the annex."), "logo.jpg",
                Scans.photograph(Scans.ENGLISH)));
        assertWhole(extract("papers.zip"));
        mail("logo.jpg", Scans.photograph(Scans.ENGLISH));
        assertWhole(extract("mail.eml"));
    }

    @Test
    void areNotMissedInADocument() throws Exception {
        try (XWPFDocument document = new XWPFDocument(); OutputStream out = Files.newOutputStream(file)) {
            document.createParagraph().createRun().setText("The words of the report.");
            PackagePart object = document.getPackage()
                    .createPart(PackagingURIHelper.createPartName("/word/embeddings/annex.pdf"), "application/pdf");
            try (OutputStream part = object.getOutputStream()) {
                part.write(Pdfs.broken());
            }
            document.getPackagePart().addRelationship(object.getPartName(), TargetMode.INTERNAL,
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package");
            document.write(out);
        }
        assertWhole(extract("report.docx"));
        zip(Map.of("report.docx", Files.readAllBytes(file)));
        assertWhole(extract("papers.zip"));
    }

    private static void assertMissed(Extraction extraction) {
        assertThat(extraction.status()).isEqualTo(Status.TRUNCATED);
        assertThat(extraction.reason()).isEqualTo("parts-missed");
    }

    private static void assertScans(Extraction extraction, Status status) {
        assertThat(extraction.status()).isEqualTo(status);
        assertThat(extraction.reason()).isEqualTo("scan-in-parts");
    }

    private static void assertWhole(Extraction extraction) {
        assertThat(extraction.status()).as(extraction.reason()).isEqualTo(Status.EXTRACTED);
    }

    private void zip(Map<String, byte[]> parts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
    }

    private void mail(String name, byte[] attached) throws IOException {
        Files.writeString(file, """
                From: Ana Silva <ana@example.org>
                To: team@example.org
                Subject: What we learned
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b"

                --b
                Content-Type: text/plain; charset=utf-8

                The message.
                --b
                Content-Type: application/octet-stream
                Content-Disposition: attachment; filename="%s"
                Content-Transfer-Encoding: base64

                %s
                --b--
                """.formatted(name, Base64.getMimeEncoder().encodeToString(attached)).replaceAll("\r?\n", "\r\n"));
    }
}
