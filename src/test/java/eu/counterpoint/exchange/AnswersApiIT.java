package eu.counterpoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.Role;
import eu.counterpoint.exchange.Caller.Form;
import eu.counterpoint.testing.WholeApplication;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WholeApplication
@ExtendWith(OutputCaptureExtension.class)
class AnswersApiIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private ApplicationContext application;

    private Caller editor;
    private Caller visitor;
    private String marker;

    @BeforeEach
    void people() {
        editor = Caller.with(Role.EDITOR, application);
        visitor = Caller.visitor(application);
        marker = "m" + UUID.randomUUID().toString().replace("-", "");
    }

    @Test
    void answersAsASearchDoesAndSaysWhy() {
        String id = publish("Not what they told me",
                "\"themes\": [\"formers\"], \"narrativeTypes\": [\"counter-narrative\"], "
                        + "\"techniques\": [\"personal-testimony\"]",
                "They say that only traitors and ex-extremists deny the " + marker + ". It was a lie.");
        JsonNode result = found("Only traitors and ex-extremists deny the " + marker + "!", 1);

        assertThat(result.propertyNames()).contains("total", "took", "hits", "facets", "suggestion");
        assertThat(result.get("suggestion").isNull()).isTrue();
        assertThat(result.get("facets").valueStream()).allMatch(JsonNode::isEmpty);
        JsonNode hit = result.get("hits").get(0);
        assertThat(hit.get("id").asString()).isEqualTo(id);
        assertThat(hit.get("title").asString()).isEqualTo("Not what they told me");
        assertThat(hit.get("narrativeTypes").toString()).isEqualTo("[\"counter-narrative\"]");
        assertThat(hit.get("techniques").toString()).isEqualTo("[\"personal-testimony\"]");
        assertThat(hit.get("passages").get(0).get("html").asString()).contains("<mark>" + marker + "</mark>");
        assertThat(hit.get("why").get("words").toString()).contains(marker);
        assertThat(hit.get("why").get("concepts").toString()).contains("\"formers\"", "ex extremists");
    }

    @Test
    void isNeverKeptInACache() {
        assertThat(ask(visitor, marker, 1).expect(200).response().headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
    }

    @Test
    void givesNoMoreThanWereAskedFor() {
        publish("One", "\"themes\": [\"gender\"]", marker);
        publish("Two", "\"themes\": [\"gender\"]", marker);
        await().atMost(Duration.ofSeconds(60)).until(() -> found(marker, 2) != null);

        assertThat(ask(visitor, marker, 1).expect(200).json().get("hits")).hasSize(1);
    }

    @Test
    void leavesNoTraceOfWhatAVisitorMayNotSee() {
        String open = publish("Open", "\"themes\": [\"gender\"]", marker);
        publish("Members", "\"themes\": [\"gender\"], \"visibility\": \"signed-in\"", marker);
        publish("Vetted", "\"themes\": [\"gender\"], \"visibility\": \"vetted\"", marker);
        await().atMost(Duration.ofSeconds(60)).until(() -> titles(editor).size() == 3);

        assertThat(titles(visitor)).containsExactly("Open");
        assertThat(titles(Caller.with(Role.CONTRIBUTOR, application))).containsExactlyInAnyOrder("Open", "Members");
        editor.post("/api/materials/" + open + "/withdraw", "{\"reason\": \"For a test.\"}").expect(200);
        await().atMost(Duration.ofSeconds(60)).until(() -> titles(visitor).isEmpty());
    }

    @Test
    void saysKindlyWhatIsWrongAndWritesNothingOfItDown(CapturedOutput output) {
        String long5000 = "x".repeat(5_000 - marker.length());
        ask(visitor, marker + long5000, 1).expect(200);
        assertThat(ask(visitor, marker + long5000 + "y", 1).expect(400).json().get("detail").asString())
                .contains("5,000", "5,001").doesNotContain(marker);
        for (String wrong : List.of("{}", "{\"text\": null}", "{\"text\": \"  \"}",
                "{\"text\": \"" + marker + "\", \"size\": 0}",
                "{\"text\": \"" + marker + "\", \"size\": 101}", "{\"text\": \"" + marker + "\", \"size\": \"many\"}",
                "{\"text\": [\"" + marker + "\", \"b\"]}", "{\"text\": {\"" + marker + "\": 1}}",
                "{\"text\": \"" + marker,
                "{\"text\": " + marker + "}", "\"" + marker + "\"", "{\"text\": \"" + marker + "\\x\"}",
                "{\"text\": \"" + marker + "\", \"text\": \"b\"}", "", "[]", "null")) {
            JsonNode problem = visitor.post("/api/answers", wrong).expect(400).json();
            assertThat(problem.get("detail").asString()).as(wrong).isNotBlank().doesNotContain(marker);
        }
        visitor.get("/api/answers?text=x").expect(405);
        visitor.post("/api/answers", Form.with("{}")).expect(415);

        assertThat(output.getAll()).doesNotContain(marker);
    }

    @Test
    void takesAnySign() {
        for (String odd : List.of("\u0000", "\uD83D", "😀", "\"", "\\", "ﷺ".repeat(500), "a\n\tb", "title:x OR -y*")) {
            ask(visitor, odd, 5).expect(200);
        }
    }

    private String publish(String title, String fields, String text) {
        return editor.post("/api/materials?publish=true", Form.with("{\"title\": \"" + title + "\", " + fields + "}")
                .file("words.txt", text)).expect(201).json().get("id").asString();
    }

    /** The answers once so many of them have a passage with the marker. */
    private JsonNode found(String narrative, int count) {
        return await().atMost(Duration.ofSeconds(60)).until(
                () -> ask(visitor, narrative, 100).expect(200).json(),
                result -> result.get("hits").valueStream()
                        .filter(hit -> hit.get("passages").toString().contains(marker)).count() == count);
    }

    private List<String> titles(Caller reader) {
        return ask(reader, marker, 100).expect(200).json().get("hits").valueStream()
                .map(hit -> hit.get("title").asString()).toList();
    }

    private static eu.counterpoint.testing.RestClient.Answer ask(Caller reader, String narrative, int size) {
        return reader.post("/api/answers",
                JSON.createObjectNode().put("text", narrative).put("size", size).toString());
    }
}
