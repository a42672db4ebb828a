package eu.counterpoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.counterpoint.library.Consent;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Gammma;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.vocabulary.Scheme;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonBodyTest {

    private final JsonBody json = new JsonBody();

    @Test
    void readsEveryFieldOfMetadata() {
        Description read = read("""
                {"title": "T", "summary": "S", "kind": "campaign", "themes": ["gender", "education"],
                 "audiences": "families", "language": "fr", "year": 2019, "countries": ["FR"], "organisation": "O",
                 "authors": ["A", "B"], "reviewedBy": "R", "link": "https://example.org", "visibility": "signed-in",
                 "consent": "on-file", "purpose": "P", "gammma": {"goal": "G"}}""").description();

        assertThat(read).isEqualTo(new Description("T", "S",
                Map.of(Scheme.KIND, List.of("campaign"), Scheme.THEME, List.of("gender", "education"), Scheme.AUDIENCE,
                        List.of("families"), Scheme.LANGUAGE, List.of("fr"), Scheme.COUNTRY, List.of("FR")),
                2019, "O", List.of("A", "B"), "R", "https://example.org", Visibility.SIGNED_IN, Consent.ON_FILE, "P",
                new Gammma("G", "", "", "", "", "", "")));
    }

    @Test
    void hasAFieldForEveryScheme() {
        for (Scheme scheme : Scheme.values()) {
            Description read = read("{\"" + scheme.field() + "\": \"x\"}".replace("\"x\"",
                    scheme.multiple() ? "[\"x\"]" : "\"x\"")).description();
            assertThat(read.concepts()).isEqualTo(Map.of(scheme, List.of("x")));
        }
    }

    @Test
    void readsBackWhatItWrites() {
        Metadata stated = read("{\"title\":\"T\",\"themes\":[\"gender\"],\"gammma\":{\"media\":\"M\"}}");

        String written = JsonMapper.builder().build().writeValueAsString(Metadata.of(stated.description()));

        assertThat(read(written).description()).isEqualTo(stated.description());
    }

    @Test
    void namesAFieldThatThereIsNot() {
        assertThat(refusal("{\"titel\": \"T\"}")).satisfies(refusal -> {
            assertThat(refusal.key()).isEqualTo("unknown-field");
            assertThat(refusal.values()).containsExactly("titel");
        });
        assertThat(refusal("{\"gammma\": {\"gaol\": \"T\"}}").values()).containsExactly("gammma.gaol");
    }

    @Test
    void namesAFieldOfTheWrongForm() {
        assertThat(refusal("{\"year\": \"soon\"}").values()).containsExactly("year");
        assertThat(refusal("{\"year\": 2019.5}").values()).containsExactly("year");
        assertThat(refusal("{\"title\": {}}").values()).containsExactly("title");
        assertThat(refusal("{\"themes\": [\"gender\", {}]}").values()).containsExactly("themes[2]");
    }

    @Test
    void saysWhereJsonIsBroken() {
        Refusal refusal = refusal("{\"title\": \"T\",\n  oops}");

        assertThat(refusal.key()).isEqualTo("json-broken");
        assertThat(refusal.values()[0]).isEqualTo(2);
    }

    @Test
    void refusesWhatIsNoObject() {
        for (String wrong : List.of("", "null", "[]", "7", "\"text\"", "{} {}", "{\"title\":\"a\",\"title\":\"b\"}")) {
            assertThat(refusal(wrong).status().value()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void refusesJsonThatNeverEnds() {
        byte[] large = new byte[JsonBody.MAX_BYTES + 1];

        Refusal refusal = catchThrowableOfType(Refusal.class,
                () -> json.read(new ByteArrayInputStream(large), Metadata.class));

        assertThat(refusal.status().value()).isEqualTo(413);
    }

    @Test
    void takesARecordAsItWasAnswered() {
        assertThat(read("{\"id\": \"x\", \"status\": \"draft\", \"files\": [], \"title\": \"T\"}").title())
                .isEqualTo("T");
    }

    private Metadata read(String text) {
        return json.read(text.getBytes(StandardCharsets.UTF_8), Metadata.class);
    }

    private Refusal refusal(String text) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(text));
        assertThat(refusal).as(text).isNotNull();
        return refusal;
    }
}
