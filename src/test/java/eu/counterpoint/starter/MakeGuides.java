package eu.counterpoint.starter;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Margin;
import eu.counterpoint.testing.Chromium;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;

/**
 * Makes the starter collection's guides from their texts in {@code src/test/resources/guides}. No test: it runs when it
 * is asked for by name, {@code mvn -Dtest=MakeGuides test}. The PDF takes the fonts Charis SIL and Open Sans (both under
 * free licences) from the machine and carries them.
 */
class MakeGuides {

    private static final Path SOURCES = Path.of("src/test/resources/guides");
    private static final Path STARTER = Path.of("src/main/resources/starter");

    @Test
    void pdf() throws Exception {
        var title = "Describing a campaign with GAMMMA+";
        var source = SOURCES.resolve("describing-a-campaign-with-gammma-plus.html").toAbsolutePath().toUri().toString();
        byte[] printed;
        try (var chromium = Chromium.start(); var visitor = chromium.visitor(source, Chromium.DESK)) {
            visitor.page().navigate(source);
            printed = visitor.page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true)
                    .setTagged(true).setOutline(true).setDisplayHeaderFooter(true).setHeaderTemplate("<span></span>")
                    .setMargin(new Margin().setTop("20mm").setRight("22mm").setBottom("24mm").setLeft("22mm"))
                    .setFooterTemplate(
                            """
                                    <div style="font: 8pt 'Open Sans', sans-serif; color: #5a6478; width: 100%%; padding: 0 22mm;
                                        display: flex; justify-content: space-between">
                                      <span>Counterpoint · %s</span>
                                      <span><span class="pageNumber"></span> / <span class="totalPages"></span></span>
                                    </div>"""
                                    .formatted(title)));
        }
        try (var document = Loader.loadPDF(printed)) {
            document.getDocumentCatalog().setLanguage("en");
            document.getDocumentInformation().setTitle(title);
            document.getDocumentInformation().setAuthor("Counterpoint");
            document.getDocumentInformation().setCreator("Counterpoint");
            document.save(STARTER.resolve("describing-a-campaign-with-gammma-plus.pdf").toFile());
        }
    }

    @Test
    void word() throws Exception {
        try (var out = Files.newOutputStream(STARTER.resolve("judging-evidence.docx"))) {
            new WordGuide().write("Judging evidence", "How to read a claim that something worked",
                    GuideText.read("judging-evidence.md"), out);
        }
    }

    @Test
    void slides() throws Exception {
        try (var out = Files.newOutputStream(STARTER.resolve("publishing-safely.pptx"))) {
            new SlideGuide().write("Publishing safely", "What to settle before prevention work goes out",
                    GuideText.read("publishing-safely.md"), out);
        }
    }
}
