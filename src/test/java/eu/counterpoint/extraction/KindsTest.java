package eu.counterpoint.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.extraction.Extraction.Status;
import eu.counterpoint.file.Passage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

/** Files that are no documents of pages: where their passages stand. */
class KindsTest extends OneWorker {

    KindsTest() {
        super(Pools.settings(1));
    }

    @Test
    void tellsWhenSubtitlesAreSaid() throws Exception {
        Files.writeString(file, """
                1
                00:00:01,000 --> 00:00:04,000
                <i>We met him at the <b>youth centre</b>.</i>

                2
                00:00:04,500 --> 00:00:06,000
                - He listened.
                - To whom?

                3
                00:01:23,400 --> 00:01:26,000
                {\\an8}To a former member of the group.

                4
                01:02:03,000 --> 01:02:05,000
                1984
                """);
        Extraction extraction = extract("film.srt");
        assertThat(extraction.status()).isEqualTo(Status.EXTRACTED);
        assertThat(extraction.properties().mediaType()).isEqualTo("application/x-subrip");
        assertThat(extraction.passages()).extracting(Passage::second).containsExactly(1, 83, 3723);
        assertThat(extraction.passages()).extracting(Passage::text).containsExactly(
                "We met him at the youth centre.\n- He listened.\n- To whom?", "To a former member of the group.",
                "1984");
        assertThat(extraction.passages()).extracting(Passage::page).containsOnlyNulls();
    }

    @Test
    void readsWebSubtitlesWithSpeakersAndNotes() throws Exception {
        Files.writeString(file, """
                WEBVTT - An interview
                Kind: captions

                STYLE
                ::cue { color: yellow }

                NOTE
                Nobody says this --> or that

                intro
                00:05.000 --> 00:08.000 align:start
                <v Amira>Welcome &amp; thank you.</v>

                00:08.000 --> 00:11.000
                Welcome & thank you.
                It rolls up.

                00:11.000 --> 00:13.000
                It rolls up.
                Once.
                """);
        Extraction extraction = extract("interview.vtt");
        assertThat(extraction.passages()).singleElement().satisfies(passage -> {
            assertThat(passage.second()).isEqualTo(5);
            assertThat(passage.text())
                    .isEqualTo("Amira: Welcome & thank you.\nWelcome & thank you.\nIt rolls up.\nOnce.");
        });
    }

    @Test
    void readsSubtitlesInAnOldCodePage() throws Exception {
        Files.write(file, """
                1
                00:00:01,000 --> 00:00:04,000
                Les élèves ont répondu à la propagande avec humour, et leurs éducateurs les ont accompagnés.
                """.replace("\n", "\r\n").getBytes(Charset.forName("windows-1252")));
        assertThat(extract("film.srt").passages()).singleElement().satisfies(
                passage -> assertThat(passage.text()).startsWith("Les élèves ont répondu à la propagande"));
    }

    @Test
    void readsTheDocumentsOfAnArchiveWithTheirPaths() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("2015/report.txt"));
            zip.write("Words of the report.".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("2016/notes.html"));
            zip.write("<html><body>Words of the notes.</body></html>".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(extract("papers.zip").passages()).containsExactly(
                new Passage(0, null, "2015/report.txt", "Words of the report."),
                new Passage(1, null, "2016/notes.html", "Words of the notes."));
    }

    @Test
    void readsAMailAndWhatIsAttachedToIt() throws Exception {
        Files.writeString(file, """
                From: Ana Silva <ana@example.org>
                To: team@example.org
                Subject: What we learned
                Date: Mon, 4 May 2015 10:00:00 +0200
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b"

                --b
                Content-Type: text/plain; charset=utf-8

                The words of the message.
                --b
                Content-Type: text/html; charset=utf-8
                Content-Disposition: attachment; filename="annex.html"

                <html><body>The words of the annex.</body></html>
                --b--
                """.replace("\n", "\r\n"));
        Extraction extraction = extract("mail.eml");
        assertThat(extraction.status()).isEqualTo(Status.EXTRACTED);
        assertThat(extraction.properties().title()).isEqualTo("What we learned");
        assertThat(extraction.passages()).filteredOn(passage -> passage.text().contains("words of the message"))
                .hasSize(1);
        assertThat(extraction.passages()).filteredOn(passage -> "annex.html".equals(passage.part()))
                .extracting(Passage::text).containsExactly("The words of the annex.");
    }

    @Test
    void readsAnElectronicBookByChapter() throws Exception {
        Files.write(file, book());
        Extraction extraction = extract("book.epub");
        assertThat(extraction.status()).isEqualTo(Status.EXTRACTED);
        assertThat(extraction.properties().title()).isEqualTo("Voices");
        assertThat(extraction.passages()).extracting(Passage::part).containsExactly("A beginning", "A way out");
        assertThat(extraction.passages()).extracting(Passage::text).containsExactly(
                "A beginning\n\nWords of the first chapter.", "A way out\n\nWords of the second chapter.");
    }

    @Test
    void tellsTheLengthOfARecordingAndThatItHasNoText() throws Exception {
        AudioFormat format = new AudioFormat(8000, 8, 1, true, false);
        byte[] silence = new byte[8000 * 83];
        AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(silence), format, silence.length),
                AudioFileFormat.Type.WAVE, file.toFile());
        Extraction extraction = extract("talk.wav");
        assertThat(extraction.status()).isEqualTo(Status.EMPTY);
        assertThat(extraction.reason()).isEqualTo("recording");
        assertThat(extraction.properties().seconds()).isEqualTo(83);
    }

    @Test
    void tellsTheTitleAndTheSpeakerThatARecordingNames() throws Exception {
        ByteArrayOutputStream mp3 = new ByteArrayOutputStream();
        byte[] title = frame("TIT2", "Answering hate");
        byte[] artist = frame("TPE1", "Ana Silva");
        int size = title.length + artist.length;
        mp3.writeBytes(new byte[]{'I', 'D', '3', 3, 0, 0, 0, 0, (byte) (size >> 7), (byte) (size & 0x7F)});
        mp3.writeBytes(title);
        mp3.writeBytes(artist);
        // 100 frames of MPEG 1, layer 3, 128 kbit/s, 44.1 kHz: each 417 bytes and 26 ms.
        for (int i = 0; i < 100; i++) {
            byte[] sound = new byte[417];
            sound[0] = (byte) 0xFF;
            sound[1] = (byte) 0xFB;
            sound[2] = (byte) 0x90;
            mp3.writeBytes(sound);
        }
        Files.write(file, mp3.toByteArray());
        Extraction extraction = extract("talk.mp3");
        assertThat(extraction.properties().title()).isEqualTo("Answering hate");
        assertThat(extraction.properties().authors()).containsExactly("Ana Silva");
        assertThat(extraction.properties().seconds()).isEqualTo(3);
        assertThat(extraction.status()).isEqualTo(Status.EMPTY);
        assertThat(extraction.reason()).isEqualTo("recording");
    }

    private static byte[] frame(String id, String text) {
        byte[] words = text.getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(id.getBytes(StandardCharsets.US_ASCII));
        frame.writeBytes(new byte[]{0, 0, 0, (byte) (words.length + 1), 0, 0, 0});
        frame.writeBytes(words);
        return frame.toByteArray();
    }

    private static byte[] book() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, "mimetype", "application/epub+zip");
            add(zip, "META-INF/container.xml", """
                    <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>
                    <rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles>
                    </container>""");
            add(zip, "OEBPS/content.opf", """
                    <package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="id">
                    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Voices</dc:title>
                    <dc:identifier id="id">x</dc:identifier><dc:language>en</dc:language></metadata>
                    <manifest><item id="c1" href="one.xhtml" media-type="application/xhtml+xml"/>
                    <item id="c2" href="two.xhtml" media-type="application/xhtml+xml"/></manifest>
                    <spine><itemref idref="c1"/><itemref idref="c2"/></spine></package>""");
            add(zip, "OEBPS/one.xhtml", chapter("A beginning", "Words of the first chapter."));
            add(zip, "OEBPS/two.xhtml", chapter("A way out", "Words of the second chapter."));
        }
        return bytes.toByteArray();
    }

    private static String chapter(String title, String words) {
        return "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>" + title + "</title></head><body><h1>"
                + title
                + "</h1><p>" + words + "</p></body></html>";
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
}
