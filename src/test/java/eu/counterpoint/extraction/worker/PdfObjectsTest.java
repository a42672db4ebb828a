package eu.counterpoint.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.counterpoint.testing.Pdfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        byte[] pdf = damaged(Pdfs.numbered(PAGES), seed);
        assertThat(outcome(() -> ours(pdf))).isEqualTo(outcome(() -> theirs(pdf)));
    }

    private static byte[] damaged(byte[] pdf, int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            pdf[random.nextInt(pdf.length)] = (byte) random.nextInt();
        }
        return pdf;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Filespec", "/File#73pec", "5 0 R"})
    void findsObjectsOfATypeHoweverItIsWritten(String type) throws IOException {
        byte[] pdf = withObjectsInAStream("<</Type " + type + " /F (a)>>", "/Filespec");
        assertThat(found(PdfObjects.open(new RandomAccessReadBuffer(pdf), null, IOUtils.createMemoryOnlyStreamCache())))
                .containsExactly("4 0 R").isEqualTo(found(Loader.loadPDF(pdf)));
    }

    @Test
    void parsesNoStreamToFindWhatItCannotHave() throws IOException {
        byte[] pdf = withObjectsInAStream("<</Type /StructElem>>", "/Unasked");
        try (PDDocument opened = PdfObjects.open(new RandomAccessReadBuffer(pdf), null,
                IOUtils.createMemoryOnlyStreamCache())) {
            COSObject inStream = opened.getDocument().getObjectFromPool(new COSObjectKey(4, 0));
            assertThat(opened.getDocument().getObjectsByType(COSName.FILESPEC)).isEmpty();
            assertThat(inStream.isDereferenced()).isFalse();
            assertThat(opened.getDocument().getObjectsByType(COSName.getPDFName("StructElem"), COSName.FILESPEC))
                    .containsExactly(inStream);
        }
    }

    static IntStream someDamages() {
        return damages().limit(DAMAGED / 4);
    }

    @ParameterizedTest
    @MethodSource("someDamages")
    void findsInADamagedFileWhatPdfBoxFinds(int seed) throws IOException {
        byte[] pdf = damaged(Pdfs.numbered(PAGES), seed);
        assertThat(outcome(() -> String.join(" ", found(PdfObjects.open(new RandomAccessReadBuffer(pdf), null,
                IOUtils.createMemoryOnlyStreamCache()), COSName.FONT))))
                .isEqualTo(outcome(() -> String.join(" ", found(Loader.loadPDF(pdf), COSName.FONT))));
    }

    /** Objects 4 and 5 are in a stream, object 3. */
    private static byte[] withObjectsInAStream(String fourth, String fifth) {
        String places = "4 0 5 " + (fourth.length() + 1) + " ";
        String objects = places + fourth + " " + fifth;
        List<String> plain = List.of("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [] /Count 0>>",
                "<</Type /ObjStm /N 2 /First " + places.length() + " /Length " + objects.length() + ">> stream\n"
                        + objects + "\nendstream");
        StringBuilder pdf = new StringBuilder("%PDF-1.5\n");
        StringBuilder table = new StringBuilder("00000000FF");
        for (int i = 0; i < plain.size(); i++) {
            table.append("01%06X00".formatted(pdf.length()));
            pdf.append("%d 0 obj %s endobj\n".formatted(i + 1, plain.get(i)));
        }
        table.append("0200000300").append("0200000301").append("01%06X00".formatted(pdf.length()));
        int start = pdf.length();
        pdf.append("6 0 obj <</Type /XRef /Root 1 0 R /Size 7 /W [1 3 1] /Filter /ASCIIHexDecode /Length %d>> stream\n"
                .formatted(table.length() + 1)).append(table)
                .append(">\nendstream endobj\nstartxref\n%d\n%%%%EOF".formatted(start));
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static List<String> found(PDDocument pdf) throws IOException {
        return found(pdf, COSName.FILESPEC);
    }

    private static List<String> found(PDDocument pdf, COSName type) throws IOException {
        try (pdf) {
            return pdf.getDocument().getObjectsByType(type).stream()
                    .map(object -> object.getObjectNumber() + " " + object.getGenerationNumber() + " R").toList();
        }
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
