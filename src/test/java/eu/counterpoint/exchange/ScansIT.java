package eu.counterpoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.exchange.Caller.Form;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.testing.BesideOthers;
import eu.counterpoint.testing.Scans;
import eu.counterpoint.testing.WholeApplication;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Scans, from the upload to the search. Needs Tesseract with English, French and German; says so and skips without it. */
@WholeApplication
@BesideOthers
@Tag("once")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestPropertySource(properties = {"counterpoint.extraction.ocr=auto",
        "counterpoint.extraction.tesseract=" + ScansIT.PROGRAM})
class ScansIT {

    static final String PROGRAM = "target/scans/tesseract";
    private static final Path INSTALLED = Path.of(PROGRAM);
    private static final List<Page> PAGES = List.of(new Page("en", Scans.ENGLISH, "neighbours", "propaganda"),
            new Page("fr", Scans.FRENCH, "bénévoles", "élèves", "société"),
            new Page("de", Scans.GERMAN, "Straßensozialarbeiter", "Übungsleiter", "Glaubwürdige"));

    /**
     * A page in one language.
     *
     * @param words that stand on it, with the letters that only this language has
     */
    private record Page(String language, String lines, String... words) {}

    @Autowired
    private ApplicationContext application;
    @Autowired
    private Intake intake;

    private Caller editor;

    @BeforeEach
    void people() throws IOException {
        assumeTrue(Scans.tesseract().isPresent(), "Tesseract is not installed");
        Files.createDirectories(INSTALLED.getParent());
        Files.deleteIfExists(INSTALLED);
        editor = Caller.with(Role.EDITOR, application);
    }

    /** The first, for a Tesseract that was there is believed to be there some seconds longer. */
    @Order(1)
    @Test
    void findsScansByTheirWordsOnceTesseractIsThere() throws IOException {
        String scan = send("scan.pdf", Scans.pdf(List.of(Scans.ENGLISH, Scans.FRENCH, Scans.GERMAN)), "A scan");
        JsonNode file = editor.whenRead(scan).get("files").get(0);
        assertThat(file.get("outcome").asString()).isEqualTo("empty");
        assertThat(file.get("reason").asString()).contains("pictures of pages").contains("install Tesseract");
        String words = "text:This page about orchards has words of its own, and the other one is a picture.";
        String mixed = send("mixed.pdf", Scans.pdf(List.of(words, Scans.FRENCH)), "A mixture");
        assertThat(outcome(mixed)).isEqualTo("truncated");
        assertThat(reason(mixed)).contains("Some pages are pictures").contains("install Tesseract");
        assertFound("orchards", mixed, 1);
        String english = send("english.pdf", Scans.pdf(List.of(Scans.ENGLISH)), "Another scan");
        String german = send("german.pdf", Scans.pdf(List.of(Scans.GERMAN)), "One in German", "de");
        assertThat(List.of(outcome(english), outcome(german))).containsOnly("empty");

        Files.createSymbolicLink(INSTALLED, Scans.tesseract().orElseThrow());
        await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> {
            retry(scan);
            assertThat(outcome(scan)).isEqualTo("extracted");
        });
        retry(mixed);
        assertThat(outcome(mixed)).isEqualTo("extracted");

        assertFound("credible neighbours", scan, 1);
        assertFound("bénévoles éducateurs", scan, 2);
        assertFound("Straßensozialarbeiter", scan, 3);
        assertFound("orchards", mixed, 1);
        assertFound("bénévoles éducateurs", mixed, 2);

        assertThat(List.of(outcome(english), outcome(german))).as("nobody has asked for these").containsOnly("empty");
        editor.post("/api/quarantine/retry", "{\"reason\": \"scan\"}").expect(202);
        await().atMost(Duration.ofSeconds(120)).untilAsserted(
                () -> assertThat(List.of(outcome(english), outcome(german))).containsOnly("extracted"));
        assertFound("credible neighbours", english, 1);
        assertFound("Straßensozialarbeiter", german, 1);
    }

    @Test
    void findsScansAndPhotographsByTheLettersOfTheLanguageThatTheirMaterialIsIn() throws IOException {
        Files.createSymbolicLink(INSTALLED, Scans.tesseract().orElseThrow());
        Map<String, Page> scans = new HashMap<>();
        Map<String, Page> photographs = new HashMap<>();
        // All are sent before the first is looked for, so that they are read beside each other.
        for (Page page : PAGES) {
            scans.put(send("scan.pdf", Scans.pdf(List.of(page.lines)), "A scan", page.language), page);
            photographs.put(send("photo.jpg", Scans.photograph(page.lines), "A photograph", page.language), page);
        }
        scans.forEach(this::assertReadAndFound);
        photographs.forEach(this::assertReadAndFound);
    }

    private void assertReadAndFound(String id, Page page) {
        await().atMost(Duration.ofSeconds(180)).ignoreExceptions()
                .untilAsserted(() -> assertThat(outcome(id)).as(page.language).isEqualTo("extracted"));
        String file = editor.get("/api/materials/" + id).expect(200).json().at("/files/0/id").asString();
        assertThat(editor.get("/api/materials/" + id + "/files/" + file + "/text").expect(200).response().body())
                .as(page.language).contains(page.words);
        for (String word : page.words) {
            assertFound(word, id, 1);
        }
    }

    @Test
    void findsTheTextOfAPartlyScannedFileFirstAndItsScansThen() throws IOException {
        Files.createSymbolicLink(INSTALLED, Scans.tesseract().orElseThrow());
        String words = "text:This page about lighthouses has words of its own, and the other one is a picture.";

        String id = send("mixed.pdf", Scans.pdf(List.of(words, Scans.FRENCH)), "A mixture");

        assertThat(outcome(id)).isEqualTo("extracted");
        assertFound("lighthouses", id, 1);
        assertFound("bénévoles éducateurs", id, 2);
    }

    @Test
    void readsTheScansOfAFileWithTextOnceMoreWhereAWorkerIsLostOverThem() throws IOException {
        Path once = INSTALLED.resolveSibling("once").toAbsolutePath();
        Files.deleteIfExists(once);
        install("[ -e " + once + " ] || { : > " + once + "; kill -9 $PPID; }\nexec " + Scans.tesseract().orElseThrow()
                + " \"$@\"");
        String words = "text:This page about windmills has words of its own, and the other one is a picture.";

        String id = send("mixed.pdf", Scans.pdf(List.of(words, Scans.FRENCH)), "Lost once");

        assertFound("windmills", id, 1);
        assertFound("bénévoles éducateurs", id, 2);
        assertThat(once).exists();
    }

    @Test
    void saysThatTheScansOfAFileWithTextWereMissed() throws IOException {
        install("exit 1");
        String words = "text:This page about harbours has words of its own, and the other one is a picture.";

        String id = send("mixed.pdf", Scans.pdf(List.of(words, Scans.FRENCH)), "Missed");

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(outcome(id)).isEqualTo("truncated"));
        assertThat(reason(id)).contains("words could not be recognised");
        assertFound("harbours", id, 1);
    }

    @Test
    void saysThatTheScansOfAFileWithTextAreInALanguageThatTesseractDoesNotHave() throws IOException {
        install("exit 1");
        String words = "text:Esta página trata de los jóvenes que responden a la propaganda en su barrio, y la otra es "
                + "una imagen. Los vecinos y los maestros los conocen desde hace muchos años.";

        String id = send("mixed.pdf", Scans.pdf(List.of(words, Scans.ENGLISH)), "Una mezcla", "es");

        assertThat(outcome(id)).isEqualTo("truncated");
        assertThat(reason(id)).contains("Some pages are pictures", "not installed here for the language of the file");
        assertFound("barrio", id, 1);
    }

    /** Puts a Tesseract there that tells of itself what the one of this machine does, and reads pages in its own way. */
    private static void install(String script) throws IOException {
        Files.writeString(INSTALLED, "#!/bin/sh\ncase \"$1\" in --*) exec " + Scans.tesseract().orElseThrow()
                + " \"$@\";; '') exit 0;; esac\n" + script + "\n");
        Files.setPosixFilePermissions(INSTALLED, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String send(String name, byte[] content, String title) {
        return send(name, content, Form.with("{\"title\": \"" + title + "\"}"));
    }

    private String send(String name, byte[] content, String title, String language) {
        return send(name, content,
                Form.with("{\"title\": \"" + title + "\", \"language\": \"" + language + "\"}"));
    }

    private String send(String name, byte[] content, Form form) {
        return editor.post("/api/materials?publish=true", form.file(name, content)).expect(201).json().get("id")
                .asString();
    }

    private void retry(String id) {
        Reader administrator = TestPeople.administrator(application);
        long file = editor.get("/api/materials/" + id).expect(200).json().get("files").get(0).get("id").asLong();
        intake.retry(new MaterialId(id), new FileId(file), administrator);
    }

    private String outcome(String id) {
        return editor.whenRead(id).get("files").get(0).get("outcome").asString();
    }

    private String reason(String id) {
        return editor.whenRead(id).get("files").get(0).get("reason").asString();
    }

    private void assertFound(String words, String id, int page) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode hits = editor.get("/api/search?size=100&q=" + URLEncoder.encode(words,
                    StandardCharsets.UTF_8)).expect(200).json().get("hits");
            assertThat(hits.valueStream().filter(hit -> hit.get("id").asString().equals(id)))
                    .singleElement().satisfies(hit -> assertThat(hit.get("passages").valueStream()
                            .map(passage -> passage.get("page").asInt())).contains(page));
        });
    }
}
