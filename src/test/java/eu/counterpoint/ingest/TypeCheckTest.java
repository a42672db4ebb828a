package eu.counterpoint.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.stream.IntStream;
import java.nio.charset.Charset;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeCheckTest {

    private final TypeCheck types = new TypeCheck();

    @Test
    void takesEveryFileOfTheCorpus() throws IOException {
        Path corpus = Path.of(System.getProperty("counterpoint.corpus", "../shared/corpus/tika-test-documents"));
        assumeTrue(Files.isDirectory(corpus));
        try (var files = Files.list(corpus)) {
            for (Path file : files.toList()) {
                try (InputStream content = Files.newInputStream(file)) {
                    String name = file.getFileName().toString();
                    assertThatNoException().as(name).isThrownBy(() -> read(name, content));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"255044462D312E37, report.pdf, application/pdf", "255044462D312E37, report.docx, application/pdf",
            "255044462D312E37, report, application/pdf", "89504E470D0A1A0A0000000D49484452, poster.png, image/png",
            "89504E470D0A1A0A0000000D49484452, poster.pdf, image/png", "FFD8FFE000104A464946, a.jpg, image/jpeg",
            "D0CF11E0A1B11AE1, old.doc, application/msword", "D0CF11E0A1B11AE1, old.ppt, application/vnd.ms-powerpoint",
            "7B5C727466315C616E7369, note.rtf, application/rtf",
            "D0CF11E0A1B11AE1, mail.msg, application/vnd.ms-outlook", "4944330300000000, talk.mp3, audio/mpeg",
            "000000186674797069736F6D, film.mp4, video/mp4", "000000186674797069736F6D, film.pdf, video/quicktime",
            "1A45DFA3, film.webm, video/webm", "52494646240800005741564566, talk.wav, audio/vnd.wave"})
    void takesAFileForWhatItIs(String hex, String name, String type) {
        assertThat(type(name, HexFormat.of().parseHex(hex))).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"4D5A90000300000004000000FFFF0000B8, setup.exe", "4D5A90000300000004000000FFFF0000B8, report.pdf",
            "7F454C4602010100, report.pdf", "7F454C4602010100, program", "377ABCAF271C0004, papers.7z",
            "526172211A0701, papers.rar", "1F8B0800000000000003, papers.gz", "1F8B0800000000000003, papers.docx",
            "CAFEBABE00000034, Main.class", "00FF00FF00FE81, something.xyz"})
    void refusesWhatTheLibraryDoesNotTakeWhateverItsName(String hex, String name) {
        assertRefused(name, HexFormat.of().parseHex(hex));
    }

    @ParameterizedTest
    @CsvSource({"run.sh, '#!/bin/sh\necho hello'", "notes.txt, '#!/bin/bash\nrm -rf /'",
            "notes.txt, '#!/usr/bin/env python\nprint()'", "start.bat, '@echo off'", "page.js, 'alert(1)'",
            "macro.vbs, 'MsgBox 1'", "go.ps1, 'Get-Item'"})
    void refusesPrograms(String name, String content) {
        assertRefused(name, content.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"notes.txt, plain words, text/plain", "notes, plain words, text/plain", "table.csv, 'a,b', text/csv",
            "notes.md, '# Title', text/markdown", "data.json, '{\"a\":1}', application/json",
            "page.html, '<!DOCTYPE html><html><body>x</body></html>', text/html",
            "image.svg, '<svg xmlns=\"http://www.w3.org/2000/svg\"/>', image/svg+xml"})
    void takesText(String name, String content, String type) {
        assertThat(type(name, content.getBytes(StandardCharsets.UTF_8))).isEqualTo(type);
    }

    @Test
    void takesTextInAnOldCodePage() {
        assertThat(type("english.txt", "Counter-narratives for all".getBytes(Charset.forName("IBM500"))))
                .isEqualTo("text/plain");
    }

    @Test
    void takesAnEmptyFile() {
        assertThat(type("empty.pdf", new byte[0])).isEqualTo("application/pdf");
        assertThat(type("empty", new byte[0])).isEqualTo("application/octet-stream");
    }

    @Test
    void tellsAWordDocumentFromAnArchiveThatIsCalledOne() throws IOException {
        assertThat(type("plan.docx", zip("[Content_Types].xml", "word/document.xml")))
                .endsWith("wordprocessingml.document");
        assertThat(type("plan.pdf", zip("[Content_Types].xml", "word/document.xml")))
                .endsWith("wordprocessingml.document");
        assertThat(type("plan.pptm", zip("ppt/presentation.xml", "[Content_Types].xml")))
                .isEqualTo("application/vnd.ms-powerpoint.presentation.macroenabled.12");
        assertThat(type("book.epub", zip("mimetype", "META-INF/container.xml")))
                .isEqualTo("application/epub+zip");
        assertRefused("plan.docx", zip("holiday.jpg", "notes.txt"));
        assertRefused("plan.docx",
                zip(IntStream.range(0, 900).mapToObj(i -> i + "-holiday.jpg").toArray(String[]::new)));
        assertRefused("tool.jar", zip("META-INF/MANIFEST.MF", "Main.class"));
    }

    @Test
    void takesAnArchiveOfDocumentsThatIsCalledOne() throws IOException {
        assertThat(type("papers.zip", zip("2015/report.pdf", "2015/notes.docx"))).isEqualTo("application/zip");
        assertRefused("papers.zip", zip("2015/report.pdf", "2015/setup.exe"));
        assertRefused("papers.zip", zip("report.pdf", "run.sh"));
        assertRefused("tool.zip", zip("META-INF/MANIFEST.MF", "readme.txt"));
        assertRefused("things.zip", zip("model.stl", "data.bin"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-50, -1, Integer.MIN_VALUE, Integer.MAX_VALUE - 15, 0})
    void comesToAnEndWhateverSizesAnArchiveClaims(int size) {
        for (int nameLength : new int[]{20, 60_000}) {
            ByteBuffer archive = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
            archive.putInt(0, 0x04034b50).putInt(18, size).putShort(26, (short) nameLength);
            assertTimeoutPreemptively(Duration.ofSeconds(5),
                    () -> assertRefused("papers.docx", archive.array()));
        }
    }

    @Test
    void takesSubtitles() {
        assertThat(type("film.srt", "1\n00:00:01,000 --> 00:00:02,000\nHello.\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("application/x-subrip");
        assertThat(type("film.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("text/vtt");
    }

    @ParameterizedTest
    @CsvSource({"../../etc/passwd, passwd", "C:\\temp\\plan.docx, plan.docx", "'', file", ".., file", "a/, file",
            "'two  words.pdf', two words.pdf"})
    void cleansNames(String given, String clean) {
        assertThat(new Upload(given, InputStream.nullInputStream()).cleanName()).isEqualTo(clean);
    }

    @Test
    void cleansNamesOfWhatCannotBeSeen() {
        assertThat(new Upload("re\u202Efdp.exe\u0000\n.pdf", InputStream.nullInputStream()).cleanName())
                .isEqualTo("refdp.exe.pdf");
        assertThat(new Upload("x".repeat(400) + ".pdf", InputStream.nullInputStream()).cleanName()).hasSize(200)
                .endsWith("x.pdf");
    }

    private void assertRefused(String name, byte[] content) {
        assertThatExceptionOfType(UnsupportedTypeException.class).as(name)
                .isThrownBy(() -> read(name, new ByteArrayInputStream(content)));
    }

    private String type(String name, byte[] content) {
        return types.check(name, content).mediaType();
    }

    private void read(String name, InputStream content) throws IOException {
        byte[] head = content.readNBytes(TypeCheck.HEAD);
        if (types.check(name, head).atTheEnd()) {
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), content);
            new LastBytes(whole, TypeCheck.HEAD, tail -> types.checkEnd(name, tail)).transferTo(OutputStream
                    .nullOutputStream());
        }
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("content of some length".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
