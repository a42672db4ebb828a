package eu.counterpoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.account.Role;
import eu.counterpoint.exchange.Caller.Form;
import eu.counterpoint.testing.RestClient.Answer;
import eu.counterpoint.testing.WholeApplication;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@WholeApplication
class MaterialApiIT {

    private static final String COMPLETE = """
            {"title": "Voices that carry", "summary": "What they did.", "kind": "case-study",
             "themes": ["prison-and-probation"], "audiences": ["girls-and-women"], "language": "en", "year": 2019,
             "countries": ["EL"], "organisation": "The house", "authors": ["Ada", "Bo"]}""";

    @Autowired
    private ApplicationContext application;

    private Caller contributor;
    private Caller editor;
    private Caller visitor;

    @BeforeEach
    void people() {
        contributor = Caller.with(Role.CONTRIBUTOR, application);
        editor = Caller.with(Role.EDITOR, application);
        visitor = Caller.visitor(application);
    }

    @Test
    void receivesAMaterialWithItsFiles() {
        Answer answer = contributor.post("/api/materials",
                Form.with(COMPLETE).file("one.txt", "The first file.").file("zwölf ß.txt", "The second file."))
                .expect(201);

        JsonNode record = answer.json();
        String id = record.get("id").asString();
        assertThat(header(answer, "Location")).isEqualTo("/api/materials/" + id);
        assertThat(header(answer, "ETag")).isEqualTo("\"1\"");
        assertThat(record.get("status").asString()).isEqualTo("draft");
        JsonNode file = record.get("files").get(0);
        assertThat(file.get("name").asString()).isEqualTo("one.txt");
        assertThat(file.get("sha256").asString()).hasSize(64);
        assertThat(file.get("size").asLong()).isEqualTo(15);
        assertThat(file.get("outcome").asString()).isEqualTo("pending");
        assertThat(file.get("reason").isNull()).isTrue();
        assertThat(record.get("files").get(1).get("name").asString()).isEqualTo("zwölf ß.txt");
    }

    @Test
    void answersTheRecordAsItWasStated() {
        String id = contribute(COMPLETE);

        Answer answer = contributor.get("/api/materials/" + id).expect(200);

        JsonNode record = answer.json();
        assertThat(header(answer, "ETag")).isEqualTo("\"1\"");
        assertThat(record.get("revision").asLong()).isEqualTo(1);
        assertThat(record.get("title").asString()).isEqualTo("Voices that carry");
        assertThat(record.get("kind").asString()).isEqualTo("case-study");
        assertThat(record.get("themes").get(0).asString()).isEqualTo("prison-and-probation");
        assertThat(record.get("countries").get(0).asString()).as("Greece has one id").isEqualTo("GR");
        assertThat(record.get("year").asInt()).isEqualTo(2019);
        assertThat(record.get("authors").get(1).asString()).isEqualTo("Bo");
        assertThat(record.get("visibility").asString()).isEqualTo("public");
        assertThat(record.get("channels").isEmpty()).isTrue();
        assertThat(record.get("owner").asString()).isEqualTo("Test contributor");
        assertThat(record.get("links").get("self").asString()).isEqualTo("/api/materials/" + id);
    }

    @Test
    void publishesAtOnceForEditorsOnly() {
        String id = editor.post("/api/materials?publish=true", new Form().file("word.txt", "A word.")).expect(201)
                .json().get("id").asString();

        JsonNode seen = visitor.get("/api/materials/" + id).expect(200).json();
        assertThat(seen.get("status").asString()).isEqualTo("published");
        assertThat(seen.get("title").asString()).isEqualTo("word");
        assertThat(seen.has("owner")).as("the owner is not for visitors").isFalse();
        assertThat(contributor.post("/api/materials?publish=true", Form.with(COMPLETE)).expect(403).json()
                .get("detail").asString()).contains("editor");
        visitor.post("/api/materials", Form.with(COMPLETE)).expect(401);
    }

    @Test
    void keepsNothingOfWhatCannotBePublished() {
        long before = application.getBean(eu.counterpoint.library.Library.class).count();

        Answer answer = editor.post("/api/materials?publish=true", Form.with("{\"summary\": \"No title.\"}"))
                .expect(422);

        assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo("title");
        assertThat(application.getBean(eu.counterpoint.library.Library.class).count()).isEqualTo(before);
    }

    @Test
    void replacesADescriptionOnTheRevisionItWasMadeOn() {
        String id = contribute(COMPLETE);
        String path = "/api/materials/" + id;

        Answer edited = contributor.put(path, "{\"title\": \"Anew\"}", "If-Match", "\"1\"").expect(200);

        assertThat(header(edited, "ETag")).isEqualTo("\"2\"");
        assertThat(edited.json().get("title").asString()).isEqualTo("Anew");
        assertThat(edited.json().get("kind").isNull()).as("what is left out is no longer stated").isTrue();
        assertThat(contributor.put(path, "{\"title\": \"Lost\"}", "If-Match", "\"1\"").expect(412).json()
                .get("detail").asString()).contains("changed since");
        contributor.put(path, "{\"title\": \"Lost\"}", "If-Match", "W/\"2\"").expect(412);
        contributor.put(path, "{\"title\": \"Lost\"}").expect(428);
        contributor.put(path, "{\"title\": \"Lost\"}", "If-Match", "2").expect(400);
        assertThat(contributor.get(path).json().get("title").asString()).isEqualTo("Anew");
        contributor.put(path, "{\"title\": \"Whatever it was\"}", "If-Match", "*").expect(200);
        assertThat(contributor.get(path).json().get("title").asString()).isEqualTo("Whatever it was");
    }

    @Test
    void takesARecordBackAsItWasRead() {
        String id = contribute(COMPLETE);
        Answer read = contributor.get("/api/materials/" + id).expect(200);

        String edited = read.response().body().replace("Voices that carry", "Voices that carry far");
        Answer written = contributor.put("/api/materials/" + id, edited, "If-Match", header(read, "ETag")).expect(200);

        assertThat(written.json().get("title").asString()).isEqualTo("Voices that carry far");
        assertThat(written.json().get("themes")).isEqualTo(read.json().get("themes"));
    }

    @Test
    void movesAContributionOnItsWay() {
        String id = contribute(COMPLETE);
        String path = "/api/materials/" + id;

        contributor.post(path + "/publish", "").expect(403);
        assertThat(status(contributor.post(path + "/submit", "").expect(200))).isEqualTo("submitted");
        editor.post(path + "/return", "{}").expect(400);
        Answer returned = editor.post(path + "/return", "{\"note\": \"Who published it?\"}").expect(200);
        assertThat(status(returned)).isEqualTo("changes-requested");
        assertThat(contributor.get(path).json().get("note").asString()).isEqualTo("Who published it?");
        contributor.post(path + "/submit", "").expect(200);
        visitor.get(path).expect(404);
        assertThat(status(editor.post(path + "/publish", "").expect(200))).isEqualTo("published");
        visitor.get(path).expect(200);
        editor.post(path + "/submit", "").expect(409);
        visitor.post(path + "/withdraw", "{\"reason\": \"no\"}").expect(401);
        contributor.post(path + "/withdraw", "{\"reason\": \"no\"}").expect(403);
        editor.post(path + "/withdraw", "{}").expect(400);
        editor.post(path + "/withdraw", "{\"reason\": \"At the author's wish.\"}").expect(200);

        JsonNode gone = visitor.get(path).expect(410).json();
        assertThat(gone.get("tombstone").get("reason").asString()).isEqualTo("At the author's wish.");
        assertThat(gone.get("tombstone").get("title").asString()).isEqualTo("Voices that carry");
        assertThat(gone.toString()).doesNotContain("What they did.");
    }

    @Test
    void namesWhatIsMissingToSubmit() {
        String id = contribute("{\"title\": \"Only that\"}");

        JsonNode problem = contributor.post("/api/materials/" + id + "/submit", "").expect(422).json();

        assertThat(problem.get("detail").asString()).contains("summary", "kind", "themes", "audiences");
        assertThat(problem.get("errors").valueStream().map(error -> error.get("field").asString()))
                .contains("summary", "themes");
    }

    @Test
    void addsAndRemovesFilesAndHandsThemOutByteForByte() {
        String id = contribute(COMPLETE);
        String files = "/api/materials/" + id + "/files";
        String content = "The words of a file that is handed out.";

        JsonNode record = contributor.post(files, new Form().file("kept.txt", content)).expect(201).json();

        String file = files + "/" + record.get("files").get(0).get("id").asString();
        Answer original = contributor.get(file).expect(200);
        assertThat(original.response().body()).isEqualTo(content);
        assertThat(header(original, "Content-Disposition")).startsWith("attachment").contains("kept.txt");
        assertThat(header(original, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(original, "Content-Security-Policy")).contains("sandbox");
        assertThat(contributor.send(contributor.request(file).header("Range", "bytes=4-8")).expect(206).response()
                .body()).isEqualTo("words");
        contributor.send(contributor.request(file).header("Range", "bytes=4000-")).expect(416);
        visitor.get(file).expect(404);
        Caller.another(Role.CONTRIBUTOR, application).get(file).expect(404);
        contributor.whenRead(id);
        assertThat(contributor.get(file + "/text").expect(200).response().body().strip()).isEqualTo(content);
        contributor.delete(file).expect(204);
        contributor.get(file).expect(404);
        contributor.post(files, Form.with("{}")).expect(400);
        contributor.post(files, new Form()).expect(400);
        visitor.post(files, new Form().file("x.txt", "x")).expect(401);
    }

    @Test
    void correctsTheLanguageOfAFile() {
        String id = contribute(COMPLETE);
        String files = "/api/materials/" + id + "/files";
        JsonNode record = contributor.post(files, new Form().file("kurz.txt", "Kurz.")).expect(201).json();
        String language = files + "/" + record.get("files").get(0).get("id").asString() + "/language";
        contributor.whenRead(id);

        JsonNode corrected = contributor.put(language, "{\"language\": \"de\"}").expect(200).json();

        assertThat(corrected.get("files").get(0).get("language").asString()).isEqualTo("de");
        assertThat(contributor.get("/api/materials/" + id).json().get("files").get(0).get("language").asString())
                .isEqualTo("de");
        JsonNode problem = contributor.put(language, "{\"language\": \"xx\"}").expect(400).json();
        assertThat(problem.get("detail").asString()).contains("language", "xx");
        contributor.put(language, "{}").expect(400);
        contributor.put(language, "{\"tongue\": \"de\"}").expect(400);
        contributor.put(files + "/0/language", "{\"language\": \"de\"}").expect(404);
        visitor.put(language, "{\"language\": \"de\"}").expect(401);
        Caller.another(Role.CONTRIBUTOR, application).put(language, "{\"language\": \"de\"}").expect(404);
    }

    @Test
    void answersWithProblemsWhereThereIsNothing() {
        for (String path : new String[]{"/api/materials/nothing-here", "/api/materials/Not%20An%20Id",
                "/api/materials/x", "/api/nothing", "/api/materials/nothing-here/files/1"}) {
            Answer answer = visitor.get(path).expect(404);
            assertThat(header(answer, "Content-Type")).as(path).startsWith("application/problem+json");
            assertThat(answer.json().get("detail").asString()).as(path).isNotBlank();
        }
        String id = contribute(COMPLETE);
        contributor.get("/api/materials/" + id + "/files/seven").expect(404);
        contributor.get("/api/materials/" + id + "/files/99999999999999999999").expect(404);
    }

    @Test
    void saysWhatAnAddressOffers() {
        Answer method = contributor.delete("/api/search").expect(405);
        assertThat(header(method, "Allow")).contains("GET");
        assertThat(header(method, "Content-Type")).startsWith("application/problem+json");
        contributor.post("/api/materials", "{}").expect(415);
        Answer form = contributor.send(contributor.request("/api/search").header("Accept", "image/png").GET());
        assertThat(form.expect(406).json().get("detail").asString()).contains("Accept");
    }

    @Test
    void saysWhichRightIsMissing() {
        String id = contribute(COMPLETE);
        editor.post("/api/materials/" + id + "/publish", "").expect(200);

        Answer nobody = visitor.put("/api/materials/" + id, "{}", "If-Match", "*").expect(401);
        assertThat(header(nobody, "WWW-Authenticate")).startsWith("Bearer");
        assertThat(nobody.json().get("detail").asString()).contains("contributor");
        Caller other = Caller.another(Role.CONTRIBUTOR, application);
        assertThat(other.put("/api/materials/" + id, "{}", "If-Match", "*").expect(403).json().get("detail")
                .asString()).contains("owner", "editors");
        other.put("/api/materials/" + id, "{}").expect(403);
        other.post("/api/materials/" + id + "/files", new Form().file("x.txt", "x")).expect(403);
        new Caller(visitor.port(), "cpt_wrong").get("/api/materials/" + id).expect(401);
    }

    private String contribute(String metadata) {
        return contributor.post("/api/materials", Form.with(metadata)).expect(201).json().get("id").asString();
    }

    private static String status(Answer answer) {
        return answer.json().get("status").asString();
    }

    private static String header(Answer answer, String name) {
        return answer.response().headers().firstValue(name).orElse("");
    }
}
