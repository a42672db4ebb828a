package eu.counterpoint.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.sl.extractor.SlideShowExtractor;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** The three guides: what is committed says what its source says. */
class GuidesTest {

    @Test
    void thePdfHasPagesATitleAndALanguage() throws IOException {
        try (var pdf = pdf()) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(5);
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Describing a campaign with GAMMMA+");
            assertThat(pdf.getDocumentInformation().getAuthor()).isEqualTo("Counterpoint");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).as("tagged for screen readers").isTrue();
            assertThat(page(pdf, 3)).contains("Messenger").contains("Who answered comments").contains("3 / 5");
            assertThat(page(pdf, 4)).contains("Vanity figures");
        }
    }

    @Test
    void thePdfSaysWhatItsSourceSays() throws IOException {
        var source = new String(open("/guides/describing-a-campaign-with-gammma-plus.html").readAllBytes(),
                StandardCharsets.UTF_8);
        var body = source.substring(source.indexOf("<body>")).replaceAll("<[^>]*>", "\n").replace("&amp;", "&");
        try (var pdf = pdf()) {
            var text = squeezed(new PDFTextStripper().getText(pdf));
            assertThat(body.lines().map(GuidesTest::squeezed).filter(line -> !line.isEmpty())).isNotEmpty()
                    .allSatisfy(line -> assertThat(text).contains(line));
        }
    }

    @Test
    void theWordDocumentSaysWhatItsSourceSays() throws IOException {
        try (var word = new XWPFDocument(open("/starter/judging-evidence.docx"));
                var extractor = new XWPFWordExtractor(word)) {
            var core = word.getProperties().getCoreProperties();
            assertThat(core.getTitle()).isEqualTo("Judging evidence");
            assertThat(core.getCreator()).isEqualTo("Counterpoint");
            assertThat(word.getParagraphs()).filteredOn(paragraph -> Objects.equals(paragraph.getStyle(), "Heading1"))
                    .hasSize(9);
            assertThat(word.getTables()).hasSize(3);
            assertSaysAll(extractor.getText(), "judging-evidence.md");
        }
    }

    @Test
    void theSlidesSayWhatTheirSourceSays() throws IOException {
        try (var slides = new XMLSlideShow(open("/starter/publishing-safely.pptx"));
                var extractor = new SlideShowExtractor<>(slides)) {
            assertThat(slides.getProperties().getCoreProperties().getTitle()).isEqualTo("Publishing safely");
            assertThat(slides.getProperties().getCoreProperties().getCreator()).isEqualTo("Counterpoint");
            assertThat(slides.getSlides()).hasSize(11);
            assertThat(slides.getSlides().subList(1, 11)).extracting(XSLFSlide::getTitle).doesNotContainNull()
                    .contains("Who should see it?");
            assertSaysAll(extractor.getText(), "publishing-safely.md");
        }
    }

    private static void assertSaysAll(String text, String source) throws IOException {
        var squeezed = squeezed(text);
        var pieces = GuideText.read(source).blocks().stream().flatMap(GuidesTest::texts)
                .map(piece -> squeezed(piece.replace("**", ""))).collect(Collectors.toSet());
        assertThat(pieces).hasSizeGreaterThan(20).allSatisfy(piece -> assertThat(squeezed).contains(piece));
    }

    private static Stream<String> texts(GuideText.Block block) {
        return switch (block) {
            case GuideText.Heading heading -> Stream.of(heading.text());
            case GuideText.Paragraph paragraph -> Stream.of(paragraph.text());
            case GuideText.SmallPrint print -> Stream.of(print.text());
            case GuideText.Note note -> Stream.of(note.text());
            case GuideText.Item item -> Stream.of(item.text());
            case GuideText.Table table -> table.rows().stream().flatMap(row -> row.stream());
        };
    }

    private static PDDocument pdf() throws IOException {
        return Loader.loadPDF(open("/starter/describing-a-campaign-with-gammma-plus.pdf").readAllBytes());
    }

    private static String page(PDDocument pdf, int number) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        return stripper.getText(pdf);
    }

    /** Lines are broken in other places, so spaces do not count. */
    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(GuidesTest.class.getResourceAsStream(name), name);
    }
}
