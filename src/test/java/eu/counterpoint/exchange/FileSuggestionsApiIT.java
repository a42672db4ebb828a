package eu.counterpoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.Role;
import eu.counterpoint.exchange.Caller.Form;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.testing.Words;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** What real files tell about their record, over REST. */
@Tag("once")
@WholeApplication
class FileSuggestionsApiIT {

    private static final String REPORT = "eu-internet-forum-preparatory-meeting-2015-05-07.txt";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    @Autowired
    private ApplicationContext application;

    private Caller contributor;
    private Caller editor;

    @BeforeEach
    void people() {
        contributor = Caller.another(Role.CONTRIBUTOR, application);
        editor = Caller.with(Role.EDITOR, application);
    }

    @Test
    void tellsWhatAReportTellsWithThePassageThatLedToItAndWritesNothing() throws IOException {
        String id = sent(contributor, "", Form.with("{\"title\": \"What we call it\", \"year\": 2014}")
                .file(REPORT, starter(REPORT)));
        JsonNode record = contributor.whenRead(id);

        JsonNode answer = contributor.get(path(id)).expect(200).json();

        assertThat(answer.get("complete").asBoolean()).isTrue();
        JsonNode title = one(answer, "title");
        assertThat(title.get("value").asString()).isEqualTo("Preparatory meeting of the EU Internet Forum");
        assertThat(title.get("why").asString()).isEqualTo("On the first page.");
        JsonNode passage = title.get("passages").get(0);
        assertThat(passage.get("file").asString()).isEqualTo(record.get("files").get(0).get("id").asString());
        assertThat(passage.get("name").asString()).isEqualTo(REPORT);
        assertThat(passage.get("html").asString())
                .contains("<mark>Preparatory meeting of the EU Internet Forum</mark>");
        assertThat(values(answer, "year")).containsExactly("2015");
        assertThat(values(answer, "themes")).startsWith("online-prevention-and-platforms")
                .contains("counter-and-alternative-narratives").doesNotContain("detection-and-removal", "education");
        assertThat(values(answer, "audiences")).isEmpty();
        assertThat(values(answer, "countries")).isEmpty();
        assertThat(values(answer, "language")).as("was filled in").isEmpty();
        assertThat(contributor.get("/api/materials/" + id).expect(200).json()).isEqualTo(record);
    }

    @Test
    void leavesOutWhatStandsInTheRecordAlready() throws IOException {
        String id = sent(contributor, "", Form.with("""
                {"title": "PREPARATORY meeting of the EU internet forum", "year": 2015,
                 "themes": ["online-prevention-and-platforms"]}""").file(REPORT, starter(REPORT)));
        contributor.whenRead(id);

        JsonNode answer = contributor.get(path(id)).expect(200).json();

        assertThat(values(answer, "title")).isEmpty();
        assertThat(values(answer, "year")).isEmpty();
        assertThat(values(answer, "themes")).isNotEmpty().doesNotContain("online-prevention-and-platforms");
    }

    @Test
    void tellsWhatTheGuidesOfTheStarterCollectionTell() throws IOException {
        JsonNode campaigns = guide("describing-a-campaign-with-gammma-plus.pdf");
        assertThat(values(campaigns, "title")).containsExactly("Describing a campaign with GAMMMA+");
        assertThat(one(campaigns, "title").get("reason").asString()).isEqualTo("file-and-text-say");
        assertThat(values(campaigns, "themes")).containsExactly("youth-engagement",
                "counter-and-alternative-narratives", "evaluation-and-evidence", "families-and-social-care");
        assertThat(values(campaigns, "audiences")).as("not the formers, victims and boys of single examples")
                .containsExactly("young-adults");
        assertThat(one(campaigns, "themes").get("passages").get(0).get("page").asInt()).isEqualTo(2);

        JsonNode evidence = guide("judging-evidence.docx");
        assertThat(values(evidence, "title")).containsExactly("Judging evidence");
        assertThat(values(evidence, "audiences")).as("three pupils and students of examples").isEmpty();

        JsonNode safety = guide("publishing-safely.pptx");
        assertThat(values(safety, "title")).containsExactly("Publishing safely");
        assertThat(values(safety, "themes")).as("each named once or twice on 15 slides").isEmpty();
        assertThat(values(safety, "audiences")).isEmpty();
    }

    private JsonNode guide(String name) throws IOException {
        String id = sent(contributor, "", Form.with("{\"title\": \"x\"}").file(name, starter(name)));
        contributor.whenRead(id);
        return contributor.get(path(id)).expect(200).json();
    }

    @Test
    void suggestsWhatTheMostSimilarRecordsAreFiledUnderAndSaysWhichTheyAre() {
        String words = IntStream.range(0, 8).mapToObj(i -> Words.unique()).reduce((a, b) -> a + " " + b).orElseThrow();
        List<String> alike = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            alike.add(sent(editor, "?publish=true", Form.with("""
                    {"title": "One of three %d", "summary": "On %s.", "kind": "research", "themes": ["mental-health"],
                     "audiences": ["general-public"]}""".formatted(i, words))));
        }
        await().atMost(LONG_ENOUGH).until(() -> editor.get("/api/search?q=" + words.replace(' ', '+')).json()
                .get("total").asInt() == 3);
        String id = sent(contributor, "", new Form().file("of-the-same-kind.txt", "A study on " + words + "."));
        contributor.whenRead(id);

        JsonNode theme = one(contributor.get(path(id)).expect(200).json(), "themes");

        assertThat(theme.get("value").asString()).isEqualTo("mental-health");
        assertThat(theme.get("reason").asString()).isEqualTo("similar");
        assertThat(theme.get("why").asString()).isEqualTo("3 of the 3 most similar records have it.");
        assertThat(theme.get("similar").valueStream().map(record -> record.get("id").asString()))
                .containsExactlyInAnyOrderElementsOf(alike);
    }

    @Test
    void isForThoseWhoMayChangeTheRecord() throws IOException {
        String draft = sent(contributor, "", new Form().file(REPORT, starter(REPORT)));
        String published = sent(editor, "?publish=true", Form.with("""
                {"title": "Of an editor", "summary": "On it.", "kind": "research", "themes": ["gaming"],
                 "audiences": ["gamers"]}"""));

        Caller.visitor(application).get(path(draft)).expect(401);
        Caller.another(Role.CONTRIBUTOR, application).get(path(draft)).expect(404);
        contributor.get(path(published)).expect(403);
        editor.get(path(published)).expect(200);
        contributor.get(path("nothing-of-the-kind")).expect(404);
    }

    private static String path(String id) {
        return "/api/materials/" + id + "/suggestions";
    }

    private static JsonNode one(JsonNode answer, String field) {
        return answer.get("suggestions").valueStream().filter(one -> one.get("field").asString().equals(field))
                .findFirst().orElseThrow();
    }

    /** Without what other tests' records have to do with it. */
    private static List<String> values(JsonNode answer, String field) {
        return answer.get("suggestions").valueStream().filter(one -> one.get("field").asString().equals(field))
                .filter(one -> !one.get("reason").asString().equals("similar"))
                .map(one -> one.get("value").asString()).toList();
    }

    private static byte[] starter(String name) throws IOException {
        try (var stream = FileSuggestionsApiIT.class.getResourceAsStream("/starter/" + name)) {
            return stream.readAllBytes();
        }
    }

    private static String sent(Caller by, String query, Form form) {
        return by.post("/api/materials" + query, form).expect(201).json().get("id").asString();
    }
}
