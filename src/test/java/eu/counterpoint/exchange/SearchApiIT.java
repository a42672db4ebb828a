package eu.counterpoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.Role;
import eu.counterpoint.exchange.Caller.Form;
import eu.counterpoint.testing.WholeApplication;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@WholeApplication
class SearchApiIT {

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
    void answersAsTheContractSays() {
        String id = publish("A <b>bold</b> title", "\"themes\": [\"education\", \"gender\"], \"kind\": \"guidance\", "
                + "\"language\": \"en\", \"year\": 2018, \"countries\": [\"FR\"]", "Words about " + marker + " here.");

        JsonNode result = found(1);

        assertThat(result.propertyNames()).containsExactly("total", "took", "hits", "facets", "concepts",
                "suggestion");
        assertThat(result.get("concepts").isArray()).isTrue();
        assertThat(result.get("suggestion").isNull()).isTrue();
        JsonNode hit = result.get("hits").get(0);
        assertThat(hit.get("id").asString()).isEqualTo(id);
        assertThat(hit.get("title").asString()).isEqualTo("A <b>bold</b> title");
        assertThat(hit.get("kind").asString()).isEqualTo("guidance");
        assertThat(hit.get("language").asString()).isEqualTo("en");
        assertThat(hit.get("year").asInt()).isEqualTo(2018);
        assertThat(hit.get("score").asDouble()).isPositive();
        JsonNode passage = hit.get("passages").get(0);
        assertThat(passage.get("html").asString()).contains("<mark>" + marker + "</mark>");
        assertThat(passage.get("file").asString())
                .isEqualTo(visitor.get("/api/materials/" + id).json().get("files").get(0).get("id").asString());
        assertThat(result.get("facets").propertyNames()).containsExactly("theme", "audience", "kind", "language",
                "country", "evidence-design", "effect", "messenger", "channel", "narrative-type", "technique",
                "extremism", "prevention-level", "intended-user", "working-group", "licence", "year");
        assertThat(result.get("facets").get("theme").valueStream().map(JsonNode::toString)).containsExactlyInAnyOrder(
                "{\"id\":\"education\",\"label\":\"Education\",\"count\":1}",
                "{\"id\":\"gender\",\"label\":\"Gender\",\"count\":1}");
        assertThat(result.get("facets").get("year").get(0).get("id").asString()).isEqualTo("2018");
    }

    @Test
    void combinesFiltersAndTakesSeveralValuesOfOneAsAlternatives() {
        publish("One", "\"themes\": [\"education\"], \"year\": 2018, \"messengers\": [\"former\"]", marker);
        publish("Two", "\"themes\": [\"gender\"], \"year\": 2019, \"countries\": [\"GR\"]", marker);
        publish("Three", "\"themes\": [\"gaming\"], \"year\": 2019", marker);
        found(3);

        assertThat(titles("&theme=education&theme=gender")).containsExactlyInAnyOrder("One", "Two");
        assertThat(titles("&theme=education&theme=gender&year=2019")).containsExactly("Two");
        assertThat(titles("&messenger=former")).containsExactly("One");
        assertThat(titles("&country=EL")).as("Greece has two codes").containsExactly("Two");
        assertThat(titles("&sort=title")).containsExactly("One", "Three", "Two");
        assertThat(titles("&sort=title&size=2&page=1")).containsExactly("Two");
        assertThat(titles("&theme=&kind=&year=&from=&to=&evaluated=&files=false&words-only=&sort=&page=&size="))
                .hasSize(3);
    }

    @Test
    void namesWhatThereIsNot() {
        Map<String, String> wrong = new HashMap<>(Map.of("theme=nothing", "nothing", "kind=poem", "poem",
                "sort=best", "best", "colour=red", "colour", "year=soon", "soon", "size=0", "size", "size=101", "101",
                "page=-1", "-1", "page=two", "two", "size=9999999999", "9999999999"));
        wrong.putAll(
                Map.of("from=soon", "soon", "to=20155", "20155", "evaluated=perhaps", "perhaps", "files=1", "files",
                        "reusable=yes", "yes", "words-only=theme.nothing", "theme.nothing", "words-only=colour.red",
                        "colour.red", "words-only=formers", "formers"));
        wrong.forEach((parameter, named) -> {
            JsonNode problem = visitor.get("/api/search?q=x&" + parameter).expect(400).json();
            assertThat(problem.get("detail").asString()).as(parameter).contains(named);
        });
        assertThat(visitor.get("/api/search?q=x&page=2147483647&size=100&words-only=theme.formers&evaluated=true")
                .expect(200).json().get("hits").isEmpty())
                .isTrue();
    }

    @Test
    void searchesAnyTextAsFarAsItMakesSense() throws IOException {
        for (String text : List.of("\"unbalanced", "a AND (b OR", "[1 TO", "title:", "*", "?*~\\",
                "+-&&||!(){}[]^\"~*?:\\/",
                "' OR 1=1 --", "<script>", "\u0000", "😀", "ﷺ".repeat(500), "x ".repeat(3000))) {
            String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
            assertThat(visitor.get("/api/search?q=" + encoded).status()).as(text).isEqualTo(200);
        }
        for (String raw : List.of("q=100%", "q=%zz", "q=\"half", "q=a[b]{c}|d^`<e>\\", "q", "&&=", "q=a&q=b",
                "q=%ff")) {
            assertThat(statusOfRaw("/api/search?" + raw)).as(raw).contains(" 200 ");
        }
    }

    @Test
    void leavesNoTraceOfWhatAVisitorMayNotSee() {
        String open = publish("Open", "\"themes\": [\"education\"], \"year\": 2018", marker);
        publish("Members", "\"themes\": [\"gaming\"], \"year\": 2001, \"visibility\": \"signed-in\"", marker);
        publish("Vetted", "\"themes\": [\"gender\"], \"year\": 2002, \"visibility\": \"vetted\"", marker);
        String draft = editor.post("/api/materials", Form.with("{\"title\": \"Draft\", \"organisation\": \"" + marker
                + "\", \"themes\": [\"returnees-and-their-families\"]}")).expect(201).json().get("id").asString();
        await().atMost(Duration.ofSeconds(60)).until(() -> total(editor) == 3);

        JsonNode seen = visitor.get("/api/search?q=" + marker).expect(200).json();

        assertThat(seen.get("total").asLong()).isEqualTo(1);
        assertThat(seen.get("hits").get(0).get("id").asString()).isEqualTo(open);
        assertThat(seen.get("facets").get("theme").toString()).contains("education").doesNotContain("gaming",
                "gender", "returnees");
        assertThat(seen.get("facets").get("year").toString()).doesNotContain("2001", "2002");
        assertThat(total(Caller.with(Role.CONTRIBUTOR, application))).isEqualTo(2);
        visitor.get("/api/materials/" + draft).expect(404);
        editor.post("/api/materials/" + open + "/withdraw", "{\"reason\": \"For a test.\"}").expect(200);
        await().atMost(Duration.ofSeconds(60)).until(() -> total(visitor) == 0);
    }

    @Test
    void suggestsWhatAVisitorMaySee() {
        String id = publish("Beacon " + marker, "\"themes\": [\"education\"]", "Text.");
        publish("Hidden beacon " + marker, "\"visibility\": \"vetted\"", "Text.");
        await().atMost(Duration.ofSeconds(60)).until(() -> total(editor) == 2);

        assertThat(suggested("beacon%20" + marker)).containsExactly("{\"type\":\"title\",\"id\":\"" + id
                + "\",\"scheme\":null,\"label\":\"Beacon " + marker + "\"}");
        assertThat(suggested("proba")).contains("{\"type\":\"concept\",\"id\":\"prison-and-probation\","
                + "\"scheme\":\"theme\",\"label\":\"Prison and probation\"}");
        assertThat(suggested("p")).isEmpty();
    }

    @Test
    void suggestsFirstWhatIsInTheLanguageOfTheReader() {
        publish("Beacon " + marker, "\"language\": \"en\"", "Text.");
        publish("Ein Bericht über Beacon " + marker, "\"language\": \"de\"", "Text.");
        publish("Un rapport sur Beacon " + marker, "\"language\": \"fr\"", "Text.");
        await().atMost(Duration.ofSeconds(60)).until(() -> total(editor) == 3);

        assertThat(suggested("beacon%20" + marker, "de")).startsWith("Ein Bericht über Beacon " + marker);
        assertThat(suggested("beacon%20" + marker, "fr-BE, en;q=0.5"))
                .startsWith("Un rapport sur Beacon " + marker);
        assertThat(suggested("prison%20", "de")).contains("Strafvollzug und Bewährungshilfe");
        assertThat(suggested("prison%20et", "fr")).startsWith("Prison et probation");
    }

    private List<String> suggested(String typed, String language) {
        return visitor.send(visitor.request("/api/suggestions?q=" + typed).header("Accept-Language", language).GET())
                .expect(200).json().get("suggestions").valueStream().map(one -> one.get("label").asString()).toList();
    }

    private List<String> suggested(String typed) {
        return visitor.get("/api/suggestions?q=" + typed).expect(200).json().get("suggestions").valueStream()
                .map(JsonNode::toString).toList();
    }

    private String publish(String title, String fields, String text) {
        return editor.post("/api/materials?publish=true", Form
                .with("{\"title\": \"" + title + "\", \"organisation\": \"" + marker + "\", " + fields + "}")
                .file("words.txt", text)).expect(201).json().get("id").asString();
    }

    /** The result once this many are found by the marker, each with its text. */
    private JsonNode found(int count) {
        return await().atMost(Duration.ofSeconds(60)).until(
                () -> visitor.get("/api/search?q=" + marker).expect(200).json(),
                result -> result.get("total").asLong() == count && result.get("hits").valueStream()
                        .allMatch(hit -> !hit.get("passages").isEmpty()));
    }

    private long total(Caller reader) {
        return reader.get("/api/search?q=" + marker).expect(200).json().get("total").asLong();
    }

    private List<String> titles(String filters) {
        return visitor.get("/api/search?q=" + marker + filters).expect(200).json().get("hits").valueStream()
                .map(hit -> hit.get("title").asString()).toList();
    }

    private String statusOfRaw(String address) throws IOException {
        try (Socket socket = new Socket("localhost", visitor.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(
                    ("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(
                            StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().findFirst()
                    .orElse("nothing");
        }
    }
}
