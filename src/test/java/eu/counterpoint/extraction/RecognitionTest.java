package eu.counterpoint.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.counterpoint.extraction.Extraction.Properties;
import eu.counterpoint.extraction.Extraction.Status;
import eu.counterpoint.extraction.Recogniser.PageProgress;
import eu.counterpoint.extraction.Recogniser.Recognition;
import eu.counterpoint.file.Passage;
import eu.counterpoint.testing.Scans;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Words in pictures of pages. Needs Tesseract with English, French and German; says so and skips where that is missing. */
class RecognitionTest {

    private static final ExtractionSettings SETTINGS = Pools.settings(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String WORDS = "text:This page has words of its own, so nobody needs to look at its picture.";
    /** Words for every page, whatever is on it. */
    private static final String SAYS = "echo '" + Scans.ENGLISH + "' > \"$2.txt\"";
    private static WorkerPool texts;
    private static RecognitionPool pictures;

    @RegisterExtension
    static final LeavesNothing AFTERWARDS = new LeavesNothing(() -> pictures == null ? List.of() : pictures.pids());

    @TempDir
    Path folder;

    private final List<PageProgress> progress = new ArrayList<>();

    @BeforeAll
    static void start() {
        assumeTrue(Scans.tesseract().isPresent(), "Tesseract is not installed");
        texts = new WorkerPool(SETTINGS);
        pictures = pool(null, 300, PATIENCE);
        assumeTrue(new Tesseract(settings(null, 300, PATIENCE, HOUR)).installed().orElseThrow().languages()
                .containsAll(Set.of("eng", "fra", "deu")), "Tesseract lacks English, French or German");
    }

    @AfterAll
    static void close() {
        if (pictures != null) {
            texts.close();
            pictures.close();
        }
    }

    @Test
    void readsAScanPageByPageInTheLanguagesOfItsMaterial() throws Exception {
        Path scan = file("scan.pdf", Scans.pdf(List.of(Scans.ENGLISH, Scans.FRENCH, Scans.GERMAN)));
        Extraction text = texts.extract(scan, "scan.pdf");
        assertThat(text.reason()).isEqualTo("scan");
        assertThat(pictures.canHelp(text)).isTrue();

        Recognition recognition = recognise(pictures, scan, text, "en", "fr", "de");

        Extraction read = recognition.extraction();
        assertThat(read.status()).isEqualTo(Status.EXTRACTED);
        assertThat(read.passages()).extracting(Passage::page).containsExactly(1, 2, 3);
        assertThat(read.passages().get(0).text()).contains("Credible voices").contains("neighbours");
        assertThat(read.passages().get(1).text()).contains("répondent à la propagande").contains("bénévoles");
        assertThat(read.passages().get(2).text()).contains("Glaubwürdige Stimmen").contains("Übungsleiter");
        assertThat(read.properties().pages()).isEqualTo(3);
        assertThat(progress).startsWith(new PageProgress(0, 3)).endsWith(new PageProgress(3, 3));
        assertThat(recognition.version()).contains("eng+fra+deu");
    }

    @Test
    void turnsAPhotographAsItWasTaken() throws Exception {
        Path photograph = file("photo.jpg", Scans.photograph(Scans.GERMAN));
        Extraction text = texts.extract(photograph, "photo.jpg");
        assertThat(text.status()).isEqualTo(Status.EMPTY);

        Extraction read = recognise(pictures, photograph, text).extraction();

        assertThat(read.status()).isEqualTo(Status.EXTRACTED);
        assertThat(read.properties().language()).isEqualTo("de");
        assertThat(read.passages()).singleElement().satisfies(passage -> {
            assertThat(passage.page()).isEqualTo(1);
            assertThat(passage.text()).contains("Straßensozialarbeiter");
        });
    }

    @Test
    void readsOnlyThePagesThatHaveNoWordsAndPutsThemInTheirPlace() throws Exception {
        String text = "text:The second page has words of its own, so nobody needs to look at its picture again.";
        Path mixed = file("mixed.pdf", Scans.pdf(List.of(Scans.ENGLISH, text, Scans.FRENCH, "", text)));
        Extraction before = texts.extract(mixed, "mixed.pdf");
        assertThat(before.reason()).isEqualTo("scanned-pages");
        assertThat(before.passages()).extracting(Passage::page).containsExactly(2, 5);
        assertThat(pictures.canHelp(before)).isTrue();

        Extraction read = recognise(pictures, mixed, before, "en", "fr").extraction();

        assertThat(read.status()).isEqualTo(Status.EXTRACTED);
        assertThat(read.passages()).extracting(Passage::page).containsExactly(1, 2, 3, 5);
        assertThat(read.passages()).extracting(Passage::number).containsExactly(0, 1, 2, 3);
        assertThat(read.passages().get(2).text()).contains("bénévoles");
        assertThat(progress).as("the blank page is not looked at").endsWith(new PageProgress(2, 2));
    }

    @Test
    void leavesDocumentsWithTextAlone() throws Exception {
        Path text = file("text.pdf", Scans.pdf(List.of("text:A document whose pages all have words of their own.")));
        assertThat(pictures.canHelp(texts.extract(text, "text.pdf"))).isFalse();
    }

    @Test
    void saysThatAPictureHasNoWords() throws Exception {
        Path blank = file("blank.png", Scans.encoded(new BufferedImage(900, 600, BufferedImage.TYPE_BYTE_GRAY), "png"));
        Recognition recognition = recognise(pictures, blank, texts.extract(blank, "blank.png"), "en");
        assertThat(recognition.found()).isFalse();
        assertThat(recognition.extraction().status()).isEqualTo(Status.EMPTY);
        assertThat(recognition.extraction().reason()).isEqualTo("no-words");
    }

    @Test
    void saysWhichLanguageIsMissing() throws Exception {
        Path scan = file("scan.jpg", Scans.encoded(Scans.sheet(Scans.ENGLISH), "jpg"));
        Extraction read = recognise(pictures, scan, texts.extract(scan, "scan.jpg"), "xx").extraction();
        assertThat(read.status()).isEqualTo(Status.EMPTY);
        assertThat(read.reason()).isEqualTo("scan-language");
    }

    @Test
    void knowsWhichLanguagesItReads() {
        assertThat(pictures.reads(List.of("xx", "fr"))).isTrue();
        assertThat(pictures.reads(List.of("xx"))).isFalse();
        assertThat(pictures.reads(List.of())).as("where nobody has said which it is").isTrue();
        try (RecognitionPool none = pool(folder.resolve("none"), 300, PATIENCE)) {
            assertThat(none.reads(List.of("fr"))).isFalse();
        }
    }

    @Test
    void readsSoManyPagesAndNoMore() throws Exception {
        Path scan = file("scan.pdf", Scans.pdf(List.of(Scans.ENGLISH, Scans.ENGLISH)));
        try (RecognitionPool one = pool(null, 1, PATIENCE)) {
            Extraction read = recognise(one, scan, texts.extract(scan, "scan.pdf"), "en").extraction();
            assertThat(read.status()).isEqualTo(Status.TRUNCATED);
            assertThat(read.reason()).isEqualTo("page-limit");
            assertThat(read.passages()).extracting(Passage::page).containsExactly(1);
        }
    }

    @Test
    void givesUpAPageThatTakesTooLongAndEndsTheProgram() throws Exception {
        Path scan = file("scan.jpg", Scans.encoded(Scans.sheet(Scans.ENGLISH), "jpg"));
        Path sleepy = program("exec /bin/sleep 7777");
        try (RecognitionPool slow = pool(sleepy, 300, Duration.ofSeconds(1))) {
            Extraction read = recognise(slow, scan, texts.extract(scan, "scan.jpg"), "en").extraction();
            assertThat(read.status()).isEqualTo(Status.UNREADABLE);
            assertThat(read.reason()).isEqualTo("pages-missed");
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> ProcessHandle.allProcesses()
                .noneMatch(process -> process.info().commandLine().orElse("").contains("sleep 7777")));
    }

    @Test
    void saysThatItsWorkerWasLostOverTheScansOfAFileWithText() throws Exception {
        Path mixed = file("mixed.pdf", Scans.pdf(List.of(WORDS, Scans.ENGLISH)));
        Extraction before = texts.extract(mixed, "mixed.pdf");
        try (RecognitionPool deadly = pool(program("kill -9 $PPID"), 300, PATIENCE)) {
            Extraction read = recognise(deadly, mixed, before, "en").extraction();
            assertThat(read.status()).isEqualTo(Status.CRASHED);
            assertThat(read.reason()).isEqualTo("crashed");
            assertThat(read.passages()).isEqualTo(before.passages());
        }
    }

    @Test
    void startsNoWorkerBeforeThereIsAScanForIt() throws Exception {
        Path scan = file("scan.jpg", Scans.encoded(Scans.sheet(Scans.ENGLISH), "jpg"));
        Extraction text = texts.extract(scan, "scan.jpg");
        try (RecognitionPool deadly = pool(program("kill -9 $PPID"), 300, PATIENCE)) {
            assertThat(recognise(deadly, scan, text, "en").extraction().status()).isEqualTo(Status.CRASHED);
            await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(4))
                    .until(() -> deadly.pids().isEmpty());
            assertThat(recognise(deadly, scan, text, "en").extraction().status()).isEqualTo(Status.CRASHED);
        }
    }

    @Test
    void readsTheScansOfADamagedFileToo() throws Exception {
        Extraction damaged = new Extraction(Status.TRUNCATED, "damaged-partly",
                List.of(new Passage(0, 1, null, WORDS)), properties(2));
        assertThat(pictures.canHelp(damaged)).isTrue();
        Extraction cut = new Extraction(Status.TRUNCATED, "text-limit", List.of(new Passage(0, 1, null, WORDS)),
                properties(2));
        assertThat(pictures.canHelp(cut)).as("pages whose text was left out for its length").isFalse();
    }

    @Test
    void keepsTheWordsOfAPageThatCannotBeReadOnceMore() throws Exception {
        Path scan = file("scan.jpg", Scans.encoded(Scans.sheet(Scans.ENGLISH), "jpg"));
        try (RecognitionPool once = pool(program("case \"$*\" in *eng+fra*) ;; *) exit 1;; esac\n" + SAYS), 300,
                PATIENCE)) {
            Extraction read = recognise(once, scan, texts.extract(scan, "scan.jpg"), "en", "fr").extraction();
            assertThat(read.status()).isEqualTo(Status.EXTRACTED);
            assertThat(read.passages()).singleElement()
                    .satisfies(passage -> assertThat(passage.text()).contains("Credible voices"));
        }
    }

    @Test
    void triesTheOtherLanguagesWhereTheOneOfThePageBeforeFails() throws Exception {
        Path scan = file("scan.pdf", Scans.pdf(List.of(Scans.ENGLISH, Scans.ENGLISH)));
        Path second = folder.resolve("second");
        // The first page in all languages, and in its own; then no more in one.
        try (RecognitionPool fickle = pool(
                program("case \"$*\" in *eng+fra*) ;; *) [ -e " + second + " ] && exit 1; : > "
                        + second + ";; esac\n" + SAYS),
                300, PATIENCE)) {
            Extraction read = recognise(fickle, scan, texts.extract(scan, "scan.pdf"), "en", "fr").extraction();
            assertThat(read.status()).isEqualTo(Status.EXTRACTED);
            assertThat(read.passages()).extracting(Passage::page).containsExactly(1, 2);
        }
    }

    @Test
    void readsNoMorePagesThanTheTextOfAFileMayHave() throws Exception {
        Path scan = file("scan.pdf", Scans.pdf(List.of(Scans.ENGLISH, Scans.ENGLISH, Scans.ENGLISH)));
        RecognitionSettings settings = settings(program(SAYS), 300, PATIENCE, HOUR);
        try (RecognitionPool little = new RecognitionPool(Pools.limits(250, 0, 1), settings, new Tesseract(settings))) {
            Extraction read = recognise(little, scan, texts.extract(scan, "scan.pdf"), "en").extraction();
            assertThat(read.status()).isEqualTo(Status.TRUNCATED);
            assertThat(read.reason()).isEqualTo("text-limit");
            assertThat(read.passages()).extracting(Passage::page).containsExactly(1, 2);
            assertThat(progress).as("the third page is not looked at").endsWith(new PageProgress(1, 3));
        }
    }

    @Test
    void givesAPageItsTimeOnceHoweverOftenItIsLookedAt() throws Exception {
        Path scan = file("scan.jpg", Scans.encoded(Scans.sheet(Scans.ENGLISH), "jpg"));
        Path slow = program(
                "case \"$*\" in *eng+fra*) /bin/sleep 1;; *) /bin/sleep 3.6; echo Late > \"$2.txt\"; exit;; esac\n"
                        + SAYS);
        try (RecognitionPool pool = pool(slow, 300, Duration.ofSeconds(4))) {
            Extraction read = recognise(pool, scan, texts.extract(scan, "scan.jpg"), "en", "fr").extraction();
            assertThat(read.status()).isEqualTo(Status.EXTRACTED);
            assertThat(read.passages()).singleElement()
                    .satisfies(passage -> assertThat(passage.text()).contains("Credible voices"));
        }
    }

    @Test
    void givesUpAFileWhosePagesAllTakeTooLong() throws Exception {
        Path scan = file("scan.pdf", Scans.pdf(Collections.nCopies(8, Scans.ENGLISH)));
        try (RecognitionPool slow = pool(program("exec /bin/sleep 7778"), 300, Duration.ofSeconds(1))) {
            Extraction read = recognise(slow, scan, texts.extract(scan, "scan.pdf"), "en").extraction();
            assertThat(read.status()).isEqualTo(Status.UNREADABLE);
            assertThat(read.reason()).isEqualTo("pages-missed");
            assertThat(progress).endsWith(new PageProgress(4, 8));
        }
    }

    @Test
    void endsAFileThatTakesTooLongAndKeepsThePagesThatWereRead() throws Exception {
        Path scan = file("scan.pdf", Scans.pdf(Collections.nCopies(9, Scans.ENGLISH)));
        RecognitionSettings settings = settings(program("/bin/sleep 1\n" + SAYS), 300, PATIENCE, Duration.ofSeconds(4));
        try (RecognitionPool slow = new RecognitionPool(SETTINGS, settings, new Tesseract(settings))) {
            Extraction read = recognise(slow, scan, texts.extract(scan, "scan.pdf"), "en").extraction();
            assertThat(read.status()).isEqualTo(Status.TIMED_OUT);
            assertThat(read.reason()).isEqualTo("timed-out");
            assertThat(read.passages()).extracting(Passage::page).startsWith(1).doesNotContain(9);
        }
    }

    @Test
    void handsOverNoPictureThatWouldUnpackToGigabytes() throws Exception {
        try (RecognitionPool credulous = pool(program(SAYS), 300, PATIENCE)) {
            for (byte[] bomb : List.of(HostilePictures.webp(16_383, 16_383),
                    HostilePictures.undecodable(
                            HostilePictures.sized(Scans.encoded(Scans.sheet(Scans.ENGLISH), "jpg"), 10_000, 10_000)),
                    HostilePictures.tiff(1000, 1000, 2, 7777))) {
                Path file = file("bomb", bomb);
                Extraction read = recognise(credulous, file, texts.extract(file, "bomb"), "en").extraction();
                assertThat(read.reason()).as("of %d bytes: %s", bomb.length, read).isEqualTo("pages-missed");
            }
        }
    }

    @Test
    void readsPicturesInTheColoursOfPrintersAndInWebP() throws Exception {
        Path cmyk = file("print.jpg", HostilePictures.cmyk(Scans.sheet(Scans.ENGLISH)));
        assertThat(recognise(pictures, cmyk, texts.extract(cmyk, "print.jpg"), "en").extraction().passages())
                .singleElement().satisfies(passage -> assertThat(passage.text()).contains("Credible voices"));
        Path webp = file("blank.webp", HostilePictures.webp(900, 600));
        assertThat(recognise(pictures, webp, texts.extract(webp, "blank.webp"), "en").extraction().reason())
                .isEqualTo("no-words");
    }

    @Test
    void keepsTheTextOfAFileWhosePicturesTakeAllMemory() throws Exception {
        Path bomb = folder.resolve("bomb.pdf");
        try (PDDocument pdf = new PDDocument()) {
            HostilePictures.addTo(pdf);
            pdf.save(bomb.toFile());
        }
        Extraction text = texts.extract(bomb, "bomb.pdf");
        assertThat(pictures.canHelp(text)).isTrue();
        Extraction read = recognise(pictures, bomb, text, "en").extraction();
        assertThat(read.status()).isIn(Status.TRUNCATED, Status.EXTRACTED);
        assertThat(read.passages()).extracting(Passage::text).contains("Words over a picture.");
        turnsAPhotographAsItWasTaken();
    }

    @Test
    void refusesAPictureThatWouldUnpackToGigabytes() throws Exception {
        Path bomb = file("bomb.png", Scans.encoded(new BufferedImage(30_000, 30_000, BufferedImage.TYPE_BYTE_BINARY),
                "png"));
        assertThat(recognise(pictures, bomb, texts.extract(bomb, "bomb.png"), "en").extraction().reason())
                .isEqualTo("pages-missed");
    }

    @Test
    void survivesTiffsWithoutEndAndKindsThatNobodyDraws() throws Exception {
        Path endless = file("endless.tiff", HostilePictures.endlessTiff(90, 90, 2));
        assertThat(recognise(pictures, endless, texts.extract(endless, "endless.tiff"), "en").extraction().reason())
                .isEqualTo("page-limit");
        for (byte[] strip : List.of(HostilePictures.tiff(14_000, 14_000, 1, 8),
                HostilePictures.tiff(100_000, 100_000, 1, 1))) {
            Path file = file("strip.tiff", strip);
            assertThat(recognise(pictures, file, texts.extract(file, "strip.tiff"), "en").extraction().reason())
                    .isEqualTo("pages-missed");
        }
        Path none = file("huge.jp2", HostilePictures.jpeg2000());
        assertThat(recognise(pictures, none, texts.extract(none, "huge.jp2"), "en").extraction().reason())
                .isEqualTo("unsupported");
    }

    private Recognition recognise(RecognitionPool pool, Path file, Extraction text, String... languages)
            throws InterruptedException {
        return pool.recognise(file, "a", text.passages(), List.of(languages), progress::add);
    }

    private static RecognitionPool pool(@Nullable Path program, int pages, Duration page) {
        RecognitionSettings settings = settings(program, pages, page, HOUR);
        return new RecognitionPool(SETTINGS, settings, new Tesseract(settings));
    }

    private static RecognitionSettings settings(@Nullable Path program, int pages, Duration page, Duration whole) {
        return new RecognitionSettings(RecognitionSettings.Mode.AUTO, program == null ? null : program.toString(), 1,
                pages, page, whole);
    }

    private static Properties properties(int pages) {
        return new Properties("application/pdf", null, List.of(), null, "en", pages, null, Map.of());
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    /** A Tesseract that tells of itself what the one of this machine does, and reads pages in its own way. */
    private Path program(String script) throws IOException {
        String honest = "case \"$1\" in --*) exec " + Scans.tesseract().orElseThrow() + " \"$@\";; '') exit 0;; esac\n";
        Path program = Files.writeString(folder.resolve("tesseract"), "#!/bin/sh\n" + honest + script + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
