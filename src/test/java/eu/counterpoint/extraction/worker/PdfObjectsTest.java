package eu.counterpoint.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.counterpoint.testing.Pdfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link PdfObjects} reads what PDFBox reads. */
class PdfObjectsTest {

    /** So many objects do not fit into one stream. */
    private static final int PAGES = 500;
    private static final int DAMAGED = 60;

    @Test
    void readsTheTextOfAllStreamsOfObjects() throws IOException {
        byte[] pdf = Pdfs.numbered(PAGES);
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1).split("/ObjStm", -1)).hasSizeGreaterThan(2);
        assertThat(ours(pdf)).contains("page 1.", "page " + PAGES + ".").isEqualTo(theirs(pdf));
    }

    static IntStream damages() {
        return IntStream.range(0, DAMAGED);
    }

    @ParameterizedTest
    @MethodSource("damages")
    void readsOfADamagedFileWhatPdfBoxReads(int seed) throws IOException {
        byte[] pdf = Pdfs.numbered(PAGES);
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            pdf[random.nextInt(pdf.length)] = (byte) random.nextInt();
        }
        assertThat(outcome(() -> ours(pdf))).isEqualTo(outcome(() -> theirs(pdf)));
    }

    @Test
    void opensWithThePasswordAlone() throws IOException {
        byte[] pdf = Pdfs.locked(Pdfs.numbered(PAGES), "secret");
        assertThat(text(PdfObjects.open(new RandomAccessReadBuffer(pdf), "secret",
                IOUtils.createMemoryOnlyStreamCache()))).contains("page " + PAGES + ".");
        assertThatThrownBy(() -> ours(pdf)).isInstanceOf(InvalidPasswordException.class);
    }

    @Test
    void closesWhatIsNoPdf() {
        RandomAccessReadBuffer file = new RandomAccessReadBuffer("no PDF".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> PdfObjects.open(file, null, IOUtils.createMemoryOnlyStreamCache()))
                .isInstanceOf(IOException.class);
        assertThat(file.isClosed()).isTrue();
    }

    private static String outcome(Callable<String> reading) {
        try {
            return reading.call();
        } catch (Exception e) {
            return e.toString();
        }
    }

    private static String ours(byte[] pdf) throws IOException {
        return text(PdfObjects.open(new RandomAccessReadBuffer(pdf), null, IOUtils.createMemoryOnlyStreamCache()));
    }

    private static String theirs(byte[] pdf) throws IOException {
        return text(Loader.loadPDF(pdf));
    }

    private static String text(PDDocument pdf) throws IOException {
        try (pdf) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
