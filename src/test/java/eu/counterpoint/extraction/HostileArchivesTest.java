package eu.counterpoint.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.extraction.Extraction.Status;
import eu.counterpoint.file.Passage;
import eu.counterpoint.testing.Quine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Archives and XML made to take all memory, disk or time, or to reach out of the file. */
class HostileArchivesTest extends OneWorker {

    HostileArchivesTest() {
        super(Pools.limits(20_000, 50, 5));
    }

    @Test
    void takesSoMuchTextAndNoMoreFromABomb() throws Exception {
        byte[] line = "The same line again and again.\n".repeat(1000).getBytes(StandardCharsets.US_ASCII);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("bomb.txt"));
            for (int i = 0; i < 3_000; i++) {
                zip.write(line);
            }
        }
        Extraction extraction = extract("bomb.zip");
        assertThat(extraction.status()).isEqualTo(Status.TRUNCATED);
        assertThat(extraction.reason()).isEqualTo("text-limit");
        assertThat(extraction.passages()).allSatisfy(passage -> assertThat(passage.part()).isEqualTo("bomb.txt"));
        assertThat(extraction.passages().stream().mapToInt(passage -> passage.text().length()).sum()).isBetween(15_000,
                20_000);
    }

    @Test
    void readsSoManyPartsAndNoMore() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 5_000; i++) {
                zip.putNextEntry(new ZipEntry(i + ".txt"));
                zip.write(("Entry " + i).getBytes(StandardCharsets.US_ASCII));
            }
        }
        Extraction extraction = extract("many.zip");
        assertThat(extraction.status()).isEqualTo(Status.TRUNCATED);
        assertThat(extraction.reason()).isEqualTo("too-many-parts");
        assertThat(extraction.passages()).hasSize(50).contains(new Passage(49, null, "49.txt", "Entry 49"));
    }

    @Test
    void goesSoDeepAndNoDeeper() throws Exception {
        byte[] inner = "The bottom.".getBytes(StandardCharsets.US_ASCII);
        String name = "bottom.txt";
        for (int i = 0; i < 8; i++) {
            inner = zip(name, inner, "level" + i + ".txt", ("Level " + i).getBytes(StandardCharsets.US_ASCII));
            name = "level" + i + ".zip";
        }
        Files.write(file, inner);
        Extraction extraction = extract(name);
        assertThat(extraction.status()).isEqualTo(Status.TRUNCATED);
        assertThat(extraction.reason()).isEqualTo("too-deep");
        assertThat(extraction.passages()).extracting(Passage::text).contains("Level 7", "Level 4")
                .doesNotContain("The bottom.", "Level 0");
    }

    @Test
    void leavesFilesThatHoldThemselvesAsSoonAsAnyThatAreTooDeep() throws Exception {
        byte[] gzip = Quine.gzip();
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes()).isEqualTo(gzip);
        assertTooDeep(gzip, "all-the-way-down.gz");
        byte[] zip = Quine.zip("itself.zip");
        try (ZipInputStream unpacked = new ZipInputStream(new ByteArrayInputStream(zip))) {
            assertThat(unpacked.getNextEntry().getName()).isEqualTo("itself.zip");
            assertThat(unpacked.readAllBytes()).isEqualTo(zip);
            assertThat(unpacked.getNextEntry()).isNull();
        }
        assertTooDeep(zip, "itself.zip");
        try (ZipFile listed = new ZipFile(file.toFile())) {
            assertThat(listed.size()).isOne();
            assertThat(listed.getInputStream(listed.getEntry("itself.zip")).readAllBytes()).isEqualTo(zip);
        }
    }

    private void assertTooDeep(byte[] content, String name) throws Exception {
        Files.write(file, content);
        Extraction extraction = extract(name);
        assertThat(extraction.status()).as(name).isEqualTo(Status.TRUNCATED);
        assertThat(extraction.reason()).as(name).isEqualTo("too-deep");
        assertThat(extraction.passages()).as(name).isEmpty();
    }

    @Test
    void endsANestOfArchives() throws Exception {
        byte[] inner = "x".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        String name = "x.bin";
        for (int level = 0; level < 5; level++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (int i = 0; i < 16; i++) {
                    zip.putNextEntry(new ZipEntry(i + name));
                    zip.write(inner);
                }
            }
            inner = bytes.toByteArray();
            name = "nest.zip";
        }
        Files.write(file, inner);
        Extraction extraction = extract("nest.zip");
        assertThat(extraction.status()).isEqualTo(Status.TRUNCATED);
        assertThat(extraction.reason()).isIn("too-many-parts", "text-limit");
    }

    @Test
    void expandsNoEntitiesWithoutEnd() throws Exception {
        StringBuilder dtd = new StringBuilder("<!DOCTYPE html [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            dtd.append("<!ENTITY e%d \"&e%d;&e%d;&e%d;\">".formatted(i, i - 1, i - 1, i - 1));
        }
        Files.writeString(file, "<?xml version=\"1.0\"?>" + dtd + "]><doc><p>Before.</p><p>&e29;</p></doc>");
        Extraction extraction = extract("a.xml");
        assertThat(extraction.status()).isIn(Status.UNREADABLE, Status.TRUNCATED, Status.EXTRACTED);
        assertThat(extraction.passages()).allSatisfy(passage -> assertThat(passage.text()).doesNotContain("haha"));
    }

    @Test
    void readsNoOtherFileForAnEntity() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "topsecret");
        String entity = "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
        Files.writeString(file, "<?xml version=\"1.0\"?>" + entity + "<a><p>Before.</p><p>&x;</p></a>");
        assertThat(extract("a.xml").passages()).noneMatch(passage -> passage.text().contains("topsecret"));
        byte[] mime = "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII);
        String content = "<?xml version=\"1.0\"?>" + entity
                + "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>"
                + "<text:p>Before.</text:p><text:p>&x;</text:p></office:text></office:body></office:document-content>";
        Files.write(file, zip("mimetype", mime, "content.xml", content.getBytes(StandardCharsets.UTF_8)));
        assertThat(extract("a.odt").passages()).noneMatch(passage -> passage.text().contains("topsecret"));
    }

    @Test
    void fetchesNothingForAPage() throws Exception {
        try (java.net.ServerSocket server = new java.net.ServerSocket(0, 5,
                java.net.InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(1);
            String address = "http://127.0.0.1:" + server.getLocalPort();
            Files.writeString(file,
                    "<html><head><link rel='stylesheet' href='%1$s/a.css'><base href='%1$s'></head><body><p>Text.</p><img src='%1$s/a.png'><iframe src='%1$s/b.html'></iframe></body></html>"
                            .formatted(address));
            assertThat(extract("a.html").status()).isEqualTo(Status.EXTRACTED);
            Files.writeString(file,
                    "<?xml version='1.0'?><!DOCTYPE html SYSTEM '%1$s/a.dtd' [<!ENTITY %% p SYSTEM '%1$s/b.dtd'> %%p;]><html xmlns='http://www.w3.org/1999/xhtml'><body><p>Text.</p></body></html>"
                            .formatted(address));
            extract("a.xhtml");
            extract("a.xml");
            org.assertj.core.api.Assertions.assertThatThrownBy(server::accept)
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    private static byte[] zip(String name, byte[] content, String other, byte[] otherContent) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = bytes; ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.putNextEntry(new ZipEntry(other));
            zip.write(otherContent);
        }
        return bytes.toByteArray();
    }
}
