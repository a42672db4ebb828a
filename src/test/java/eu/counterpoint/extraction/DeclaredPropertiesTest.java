package eu.counterpoint.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import eu.counterpoint.extraction.Extraction.Properties;
import eu.counterpoint.extraction.Extraction.Status;
import eu.counterpoint.extraction.worker.Frame;
import eu.counterpoint.extraction.worker.Reason;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file says of itself fills a form in, so only what makes sense is taken. */
class DeclaredPropertiesTest {

    @ParameterizedTest
    @ValueSource(strings = {"untitled", "Microsoft Word - report_final.doc", "report.docx", "Document1",
            "PowerPoint Presentation",
            "Sans titre", "   ", "123", "report", "Microsoft Word"})
    void takesNoTitleThatIsNone(String title) {
        assertThat(of(Map.of("dc:title", List.of(title))).title()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Answering hate", "Microsoft Word - Answering hate", " Answering\n hate "})
    void takesTheTitleWithoutItsProgram(String title) {
        assertThat(of(Map.of("dc:title", List.of("untitled", title))).title()).isEqualTo("Answering hate");
    }

    @Test
    void takesAuthorsApartAndLeavesAddressesOut() {
        assertThat(of(Map.of("dc:creator",
                List.of("Ana Silva; Jan Novák", "Bugs Bunny <bugs@example.org>", "Admin", "Ana Silva")))
                .authors()).containsExactly("Ana Silva", "Jan Novák", "Bugs Bunny");
    }

    @Test
    void takesAYearThatCanBe() {
        assertThat(of(Map.of("dcterms:created", List.of("2015-05-20T10:00:00Z"))).year()).isEqualTo(2015);
        assertThat(of(Map.of("dcterms:created", List.of("1601-01-01T00:00:00Z"))).year()).isNull();
        assertThat(
                of(Map.of("dcterms:created", List.of("9999-01-01"), "dcterms:modified", List.of("2019-01-01"))).year())
                .isEqualTo(2019);
    }

    @Test
    void takesTheDeclaredLanguageWhereNoneWasDetected() {
        Map<String, List<String>> metadata = Map.of("dc:language", List.of("fr-BE"));
        assertThat(of(metadata).language()).isEqualTo("fr");
        assertThat(new DeclaredProperties(metadata, "a.pdf").properties("de", null).language()).isEqualTo("de");
        assertThat(of(Map.of("dc:language", List.of("x-none"))).language()).isNull();
    }

    @Test
    void keepsTheRestWithinBounds() {
        Properties properties = of(Map.of("Content-Type", List.of("text/html; charset=UTF-8"), "custom:note",
                List.of("a".repeat(5_000)), "X-TIKA:Parsed-By", List.of("a.parser")));
        assertThat(properties.mediaType()).isEqualTo("text/html");
        assertThat(properties.raw()).containsOnlyKeys("Content-Type", "custom:note");
        assertThat(properties.raw().get("custom:note")).hasSize(500);
    }

    @Test
    void takesNoTimeOverAPropertyThatAWorkerForged() {
        FoundText found = new FoundText("a.pdf", 1000);
        found.add(new Frame.About(Map.of("dc:creator", Collections.nCopies(100, "<" + "@".repeat(1_000_000)),
                "dc:title", List.of("A title " + "x".repeat(4_000_000)))));
        Properties properties = assertTimeoutPreemptively(Duration.ofSeconds(5),
                () -> found.cutShort(Status.CRASHED, Reason.CRASHED)).properties();
        assertThat(properties.title()).startsWith("A title xx").hasSize(300);
        assertThat(properties.authors()).hasSize(1);
    }

    private static Properties of(Map<String, List<String>> metadata) {
        return new DeclaredProperties(metadata, "report.docx").properties(null, null);
    }
}
