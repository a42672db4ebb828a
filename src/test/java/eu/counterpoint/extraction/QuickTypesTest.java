package eu.counterpoint.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.junit.jupiter.api.Test;

/** {@link QuickTypes} says what Tika's own detection says. */
class QuickTypesTest {

    private static final List<String> NAMES = List.of("", "a.pdf", "a.ai", "a.docx", "a.doc", "a.xls", "a.jar", "a.zip",
            "a.epub", "a.odt", "a.png", "a.jpg", "a.txt", "a.html", "a.rtf", "a.emf", "a.wmf", "a b#%.pptx",
            "http://example.org/a.php",
            "README");
    private static final List<String> SAID = List.of("", "application/pdf", "image/x-emf", "application/java-archive",
            "no type");
    private static final MediaType OLE = MediaType.application("x-tika-msoffice");

    private final MimeTypes tika = MimeTypes.getDefaultMimeTypes();
    private final QuickTypes quick = new QuickTypes(tika);

    @Test
    void saysWhatTikaSays() throws IOException {
        for (byte[] content : beginnings()) {
            for (String name : NAMES) {
                for (String said : SAID) {
                    assertThat(quick.detect(new ByteArrayInputStream(content), metadata(name, said)))
                            .as("%s, %s of %s", name, said, new String(content, 0, Math.min(40, content.length),
                                    StandardCharsets.ISO_8859_1))
                            .isEqualTo(tika.detect(new ByteArrayInputStream(content), metadata(name, said)));
                }
            }
        }
    }

    private static List<byte[]> beginnings() throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (String starter : List.of("describing-a-campaign-with-gammma-plus.pdf", "judging-evidence.docx",
                "publishing-safely.pptx", "eu-internet-forum-preparatory-meeting-2015-05-07.txt")) {
            try (InputStream in = QuickTypesTest.class.getResourceAsStream("/starter/" + starter)) {
                all.add(in.readNBytes(64 * 1024));
            }
        }
        all.add(Files.readAllBytes(Path.of("docs", "home.png")));
        for (String text : List.of("", "%", "%PDF", "%PDF-1.7\n%\n", "\n\n%PDF-1.4\n", "{\\rtf1\\ansi words}", "{\\rt",
                "GIF87a", "GIF89a..", "GIF8", "\u00FF\u00D8\u00FF\u00E0..JFIF", "\u00FF\u00D8", "\u0089PNG\r\n\u001A\n",
                "\u0089PNG", "PK\u0005\u0006", "PK\u0003\u0004", "<html><body>words</body></html>",
                "<?xml version=\"1.0\"?><rss/>", "Some words.\n", "\u00D7\u00CD\u00C6\u009A\0\0..", "\1\0\t\0\0\3..",
                "\1\0\0\0" + "x".repeat(36) + " EMF\0", "\1\0\0\0" + "x".repeat(36) + " EM", "\1\0\0\0")) {
            all.add(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        all.add(zip("[Content_Types].xml"));
        all.add(zip("_rels/.rels"));
        all.add(zip("mimetype"));
        all.add(zip("report.pdf"));
        all.add(zip("META-INF/MANIFEST.MF"));
        return all;
    }

    private static byte[] zip(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write("application/epub+zip".getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    private static Metadata metadata(String name, String said) {
        Metadata metadata = new Metadata();
        if (!name.isEmpty()) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        if (!said.isEmpty()) {
            metadata.set(HttpHeaders.CONTENT_TYPE, said);
        }
        return metadata;
    }

    @Test
    void leavesItToTheInsideWhichOldOfficeDocumentItIs() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem ole = new POIFSFileSystem()) {
            ole.createDocument(new ByteArrayInputStream(new byte[5_000]), "PowerPoint Document");
            ole.writeFilesystem(bytes);
        }
        InputStream in = new ByteArrayInputStream(bytes.toByteArray());
        assertThat(quick.detect(in, metadata("", ""))).isEqualTo(OLE);
        assertThat(quick.detect(in, metadata("a.pps", ""))).isEqualTo(tika.detect(in, metadata("a.pps", "")));
        assertThat(in.readAllBytes()).as("The stream is where it was").isEqualTo(bytes.toByteArray());
    }
}
