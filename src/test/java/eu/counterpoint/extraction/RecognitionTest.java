package eu.counterpoint.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.extraction.Extraction.Properties;
import eu.counterpoint.extraction.Extraction.Status;
import eu.counterpoint.extraction.Recogniser.PageProgress;
import eu.counterpoint.extraction.Recogniser.Recognition;
import eu.counterpoint.file.Passage;
import eu.counterpoint.testing.Scans;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Words in pictures of pages, and what is said where there are none. */
@Order(1)
class RecognitionTest extends OneRecogniser {

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
        readsAPhotograph();
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
    void readsPicturesInTheColoursOfPrintersAndInWebP() throws Exception {
        Path cmyk = file("print.jpg", HostilePictures.cmyk(Scans.sheet(Scans.ENGLISH)));
        assertThat(recognise(pictures, cmyk, texts.extract(cmyk, "print.jpg"), "en").extraction().passages())
                .singleElement().satisfies(passage -> assertThat(passage.text()).contains("Credible voices"));
        Path webp = file("blank.webp", HostilePictures.webp(900, 600));
        assertThat(recognise(pictures, webp, texts.extract(webp, "blank.webp"), "en").extraction().reason())
                .isEqualTo("no-words");
    }

    private static Properties properties(int pages) {
        return new Properties("application/pdf", null, List.of(), null, "en", pages, null, Map.of());
    }
}
