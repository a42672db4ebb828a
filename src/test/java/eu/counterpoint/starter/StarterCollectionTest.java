package eu.counterpoint.starter;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The records that a new library begins with. */
class StarterCollectionTest {

    private static final Set<String> PLAIN_FIELDS = Set.of("id", "title", "summary", "year", "organisation", "authors",
            "reviewedBy", "link", "purpose", "gammma", "files");
    private static final Set<String> GAMMMA = Set.of("goal", "audience", "message", "messenger", "media", "action",
            "evaluation");

    private final Vocabulary vocabulary = new Vocabulary();
    private final List<JsonNode> records = records();

    @Test
    void everyRecordHasAnAddressOfItsOwn() {
        assertThat(records).extracting(record -> record.path("id").asString()).doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).matches("[a-z0-9]+(-[a-z0-9]+)*").hasSizeBetween(4, 80));
    }

    @Test
    void everyRecordSaysWhatItIsAndWhyItIsHere() {
        assertThat(records).allSatisfy(record -> {
            assertThat(record.path("title").asString()).isNotBlank().hasSizeLessThanOrEqualTo(500);
            assertThat(record.path("summary").asString()).hasSizeBetween(100, 10_000);
            assertThat(record.path("purpose").asString()).isNotBlank();
            assertThat(record.path("organisation").asString()).isNotBlank();
            assertThat(record.path("year").asInt()).isBetween(2015, 2026);
            for (var scheme : List.of(Scheme.KIND, Scheme.THEME, Scheme.AUDIENCE, Scheme.LANGUAGE, Scheme.COUNTRY)) {
                assertThat(ids(record, scheme)).as(record.path("id") + " " + scheme).isNotEmpty();
            }
        });
    }

    @Test
    void everyConceptIsInTheVocabulary() {
        for (var record : records) {
            for (var scheme : Scheme.values()) {
                assertThat(ids(record, scheme)).as(record.path("id") + " " + scheme).doesNotHaveDuplicates()
                        .allSatisfy(id -> assertThat(vocabulary.find(scheme, id)).isPresent());
                if (record.has(scheme.field())) {
                    assertThat(record.get(scheme.field()).isArray()).isEqualTo(scheme.multiple());
                }
            }
        }
    }

    @Test
    void everyFieldIsOneOfTheContract() {
        var known = Stream.concat(PLAIN_FIELDS.stream(), Arrays.stream(Scheme.values()).map(Scheme::field))
                .collect(Collectors.toSet());

        assertThat(records).allSatisfy(record -> {
            assertThat(known).containsAll(record.propertyNames());
            assertThat(GAMMMA).containsAll(record.path("gammma").propertyNames());
        });
    }

    @Test
    void everyThemeAndAudienceHasSomethingToShow() {
        for (var scheme : List.of(Scheme.THEME, Scheme.AUDIENCE)) {
            var used = records.stream().flatMap(record -> ids(record, scheme).stream()).collect(Collectors.toSet());
            assertThat(vocabulary.concepts(scheme)).allSatisfy(concept -> assertThat(used).contains(concept.id()));
        }
    }

    @Test
    void everyFileIsThereAndSmall() {
        assertThat(records.stream().flatMap(record -> strings(record.path("files")).stream())).isNotEmpty()
                .allSatisfy(name -> {
                    try (var file = getClass().getResourceAsStream("/starter/" + name)) {
                        assertThat(file).as(name).isNotNull();
                        assertThat(file.readAllBytes().length).as(name).isBetween(1_000, 300_000);
                    }
                });
    }

    @Test
    void linksAreSecure() {
        assertThat(records.stream().filter(record -> record.has("link")))
                .allSatisfy(record -> assertThat(record.get("link").asString()).startsWith("https://"));
    }

    @Test
    void whatHasNoFileHereSaysWhereItIs() {
        assertThat(records).allMatch(record -> record.has("files") || record.has("link"));
    }

    private static List<String> ids(JsonNode record, Scheme scheme) {
        var value = record.path(scheme.field());
        return value.isString() ? List.of(value.asString()) : strings(value);
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static List<JsonNode> records() {
        try (var json = StarterCollectionTest.class.getResourceAsStream("/starter/records.json")) {
            return JsonMapper.shared().readTree(json).valueStream().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
