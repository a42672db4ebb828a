package eu.counterpoint.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.extraction.Extraction.Status;
import eu.counterpoint.extraction.Recogniser.PageProgress;
import eu.counterpoint.file.Passage;
import eu.counterpoint.testing.Scans;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** However long a picture takes, however large it is and whatever its program does: the reading of a file ends, and keeps what it has. */
@Order(1)
class RecognitionLimitsTest extends OneRecogniser {

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
            assertThat(read.reason()).isEqualTo("stopped");
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
        readsAPhotograph();
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
}
