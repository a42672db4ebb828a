package eu.counterpoint.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.extraction.Extraction.Status;
import eu.counterpoint.extraction.worker.Task;
import eu.counterpoint.file.Passage;
import eu.counterpoint.testing.Pdfs;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are opened with the password that somebody gives. */
class PasswordsTest {

    private static final String SECRET = "Grüße, 3 Öfen & a lock";
    private static final String TEXT = "What only those may read who know the word.";
    private static final WorkerPool POOL = new WorkerPool(Pools.settings(1));

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        POOL.close();
    }

    @Test
    void openAPdf() throws Exception {
        Path pdf = Files.write(folder.resolve("a"), Pdfs.locked(TEXT, SECRET));

        Extraction extraction = POOL.extract(pdf, "report.pdf", new Password(SECRET));

        assertThat(extraction.status()).isEqualTo(Status.EXTRACTED);
        assertThat(extraction.passages()).extracting(Passage::text).containsExactly(TEXT);
        assertThat(extraction.properties().raw().toString()).doesNotContain(SECRET);
    }

    @Test
    void openAnOfficeDocument() throws Exception {
        Path document = folder.resolve("b");
        lockedDocument(document);

        assertThat(POOL.extract(document, "report.docx").status()).isEqualTo(Status.ENCRYPTED);
        Extraction extraction = POOL.extract(document, "report.docx", new Password(SECRET));

        assertThat(extraction.status()).isEqualTo(Status.EXTRACTED);
        assertThat(extraction.passages()).extracting(Passage::text).containsExactly(TEXT);
    }

    @Test
    void tellAWrongPasswordFromNone() throws Exception {
        Path pdf = Files.write(folder.resolve("a"), Pdfs.locked(TEXT, SECRET));
        Path document = folder.resolve("b");
        lockedDocument(document);

        for (Extraction extraction : new Extraction[]{POOL.extract(pdf, "report.pdf", new Password("another")),
                POOL.extract(document, "report.docx", new Password("another"))}) {
            assertThat(extraction.status()).isEqualTo(Status.ENCRYPTED);
            assertThat(extraction.reason()).isEqualTo("wrong-password");
            assertThat(extraction.passages()).isEmpty();
        }
        assertThat(POOL.extract(pdf, "report.pdf").reason()).isEqualTo("password");
    }

    @Test
    void sayWhereNoPasswordCanHelp() throws Exception {
        Path odt = folder.resolve("c");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(odt))) {
            entry(zip, "mimetype", "application/vnd.oasis.opendocument.text");
            entry(zip, "META-INF/manifest.xml",
                    """
                            <?xml version="1.0"?>
                            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
                            <manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
                            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">
                            <manifest:encryption-data manifest:checksum-type="SHA1/1K" manifest:checksum="QUJD"/>
                            </manifest:file-entry></manifest:manifest>""");
            entry(zip, "content.xml", "what encryption makes of it");
        }

        Extraction extraction = POOL.extract(odt, "report.odt", new Password(SECRET));

        assertThat(extraction.status()).isEqualTo(Status.ENCRYPTED);
        assertThat(extraction.reason()).isEqualTo("password");
    }

    @Test
    void endTheWorkerThatWasToldThePassword() throws Exception {
        Path pdf = Files.write(folder.resolve("a"), Pdfs.locked(TEXT, SECRET));
        POOL.extract(pdf, "report.pdf");
        long before = POOL.pids().getFirst();

        POOL.extract(pdf, "report.pdf", new Password(SECRET));
        assertThat(ProcessHandle.of(before).filter(ProcessHandle::isAlive)).isEmpty();

        assertThat(POOL.extract(pdf, "report.pdf").status()).as("nothing of it is left").isEqualTo(Status.ENCRYPTED);
    }

    @Test
    void openNothingElse() throws Exception {
        Path text = Files.writeString(folder.resolve("d"), "Anybody may read this.");

        assertThat(POOL.extract(text, "a.txt", new Password(SECRET)).status()).isEqualTo(Status.EXTRACTED);
    }

    @Test
    void areWrittenNowhereByAccident() {
        Password password = new Password(SECRET);

        assertThat(password).asString().doesNotContain(SECRET);
        assertThat(new Task(folder, "a.pdf", password)).asString().doesNotContain(SECRET);
        password.close();
        assertThat(password.reveal()).doesNotContain(SECRET);
        assertThat(Password.isUsable("")).isFalse();
        assertThat(Password.isUsable("x".repeat(Password.LONGEST + 1))).isFalse();
    }

    private static void lockedDocument(Path file) throws Exception {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText(TEXT);
            document.write(plain);
        }
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(SECRET);
            try (OutputStream locked = encryptor.getDataStream(container)) {
                locked.write(plain.toByteArray());
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                container.writeFilesystem(out);
            }
        }
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws Exception {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
