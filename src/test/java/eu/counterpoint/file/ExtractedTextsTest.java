package eu.counterpoint.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractedTextsTest {

    private static final Sha256 REPORT = new Sha256("ab" + "cd" + "0".repeat(60));

    @TempDir
    private Path folder;
    private ExtractedTexts texts;

    @BeforeEach
    void opensTheStore() throws IOException {
        texts = new FolderExtractedTexts(new StoreFolder(new FileSettings(folder)));
    }

    @Test
    void givesBackWhatWasKept() throws IOException {
        List<Passage> passages = List.of(new Passage(0, 1, null, "Erste Seite\nmit „Umbruch“"),
                new Passage(1, null, "anhang/notes.docx", "Δεύτερο 😀 \u0001", "el"),
                new Passage(2, null, null, "Said at 1:23", null, 83));

        texts.keep(REPORT, "tika-3.3.1", passages);

        assertThat(read("tika-3.3.1")).isEqualTo(passages);
    }

    @Test
    void keepsOneLineOfJsonAPassageBesideTheOriginals() throws IOException {
        texts.keep(REPORT, "tika-3.3.1",
                List.of(new Passage(0, 1, null, "one\ntwo"), new Passage(1, 2, null, "three")));

        Path file = folder.resolve("texts/ab/" + REPORT + ".tika-3.3.1.jsonl.gz");
        try (GZIPInputStream packed = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(new String(packed.readAllBytes(), StandardCharsets.UTF_8).lines()).hasSize(2)
                    .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        }
    }

    @Test
    void readsPassagesThatWereKeptBeforeTheyHadALanguage() throws IOException {
        texts.keep(REPORT, "1", List.of(new Passage(0, 1, null, "text")));
        Path file = folder.resolve("texts/ab/" + REPORT + ".1.jsonl.gz");
        try (GZIPOutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write("{\"number\":0,\"page\":1,\"part\":null,\"text\":\"old\"}\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(read("1")).containsExactly(new Passage(0, 1, null, "old"));
    }

    @Test
    void hasNothingForAFileOrAVersionThatWasNotRead() throws IOException {
        texts.keep(REPORT, "1", List.of(new Passage(0, 1, null, "text")));

        assertThat(read("2")).isEmpty();
    }

    @Test
    void putsANewReadingInThePlaceOfTheOldOne() throws IOException {
        texts.keep(REPORT, "1", List.of(new Passage(0, 1, null, "old"), new Passage(1, 1, null, "older")));
        texts.keep(REPORT, "1", List.of(new Passage(0, 1, null, "new")));

        assertThat(read("1")).extracting(Passage::text).containsExactly("new");
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void keepsThatAFileHasNoText() throws IOException {
        texts.keep(REPORT, "1", List.of());

        assertThat(read("1")).isEmpty();
    }

    @Test
    void takesAnyNameOfAnExtractor() throws IOException {
        texts.keep(REPORT, "../../tika 3.3.1/ocr*", List.of(new Passage(0, 1, null, "text")));

        assertThat(read("../../tika 3.3.1/ocr*")).hasSize(1);
        assertThat(folder.resolve("texts/ab")).isDirectoryContaining("glob:**.jsonl.gz");
    }

    @Test
    void leavesTheOldReadingWhenTheNewOneCannotBeWritten() throws IOException {
        texts.keep(REPORT, "1", List.of(new Passage(0, 1, null, "old")));

        List<Passage> breaks = new AbstractList<>() {

            @Override
            public Passage get(int index) {
                if (index == 1) {
                    throw new IllegalStateException("The reader broke off");
                }
                return new Passage(index, 1, null, "new");
            }

            @Override
            public int size() {
                return 2;
            }
        };

        assertThatThrownBy(() -> texts.keep(REPORT, "1", breaks)).hasMessageContaining("The reader broke off");

        assertThat(read("1")).extracting(Passage::text).containsExactly("old");
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void readsOnlyAsFarAsAsked() throws IOException {
        texts.keep(REPORT, "1", IntStream.range(0, 10_000)
                .mapToObj(number -> new Passage(number, number / 10 + 1, null, "Passage " + number)).toList());

        try (Stream<Passage> passages = texts.passages(REPORT, "1")) {
            assertThat(passages.limit(3)).extracting(Passage::number).containsExactly(0, 1, 2);
        }
        assertThat(read("1")).hasSize(10_000).last().extracting(Passage::page).isEqualTo(1000);
    }

    @Test
    void failsLoudlyWhenWhatWasKeptIsCutShort() throws IOException {
        texts.keep(REPORT, "1", IntStream.range(0, 10_000)
                .mapToObj(number -> new Passage(number, 1, null, "Passage " + number)).toList());
        Path file = folder.resolve("texts/ab/" + REPORT + ".1.jsonl.gz");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 5_000));

        assertThatThrownBy(() -> read("1")).isInstanceOf(RuntimeException.class);
    }

    private List<Passage> read(String extractor) throws IOException {
        try (Stream<Passage> passages = texts.passages(REPORT, extractor)) {
            return passages.toList();
        }
    }
}
