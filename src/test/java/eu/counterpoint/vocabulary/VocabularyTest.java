package eu.counterpoint.vocabulary;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.IRI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VocabularyTest {

    private static final List<String> LANGUAGES = List.of("en", "fr", "de");
    private static final String EUROVOC = "http://eurovoc.europa.eu/";

    private final Vocabulary vocabulary = new Vocabulary();

    @ParameterizedTest
    @CsvSource({"KIND, 6", "THEME, 22", "AUDIENCE, 16", "INTENDED_USER, 11", "NARRATIVE_TYPE, 3", "TECHNIQUE, 9",
            "EXTREMISM, 8", "PREVENTION_LEVEL, 3", "MESSENGER, 10", "CHANNEL, 18", "EVIDENCE_DESIGN, 6", "EFFECT, 5",
            "LANGUAGE, 28", "COUNTRY, 252", "WORKING_GROUP, 17", "LICENCE, 10"})
    void everyConceptIsThere(Scheme scheme, int count) {
        assertThat(vocabulary.concepts(scheme)).hasSize(count);
    }

    @Test
    void themesKeepTheirReadingOrder() {
        assertThat(vocabulary.concepts(Scheme.THEME)).extracting(Concept::id).startsWith(
                "counter-and-alternative-narratives", "online-prevention-and-platforms", "detection-and-removal",
                "education").endsWith("evaluation-and-evidence", "funding-and-civil-society-empowerment");
    }

    @Test
    void kindsAreThoseOfTheContract() {
        assertThat(vocabulary.concepts(Scheme.KIND)).extracting(Concept::id).containsExactly("case-study", "campaign",
                "research", "guidance", "training", "detection-and-removal");
    }

    @Test
    void theLanguagesAreTheOnesOfTheUnionAndFourMore() {
        var expected = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv ar tr ru uk".split(" ");

        assertThat(vocabulary.concepts(Scheme.LANGUAGE)).extracting(Concept::id).containsExactlyInAnyOrder(expected);
    }

    @Test
    void everyCountryOfIso3166IsThere() {
        assertThat(vocabulary.concepts(Scheme.COUNTRY)).extracting(Concept::id).contains(Locale.getISOCountries())
                .startsWith("eu-wide", "international");
    }

    @ParameterizedTest
    @EnumSource
    void idsAreUniqueAndShortSlugs(Scheme scheme) {
        var form = scheme == Scheme.COUNTRY ? "[A-Z]{2}|eu-wide|international" : "[a-z][a-z0-9]*(-[a-z0-9]+)*";

        assertThat(vocabulary.concepts(scheme)).extracting(Concept::id).doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).matches(form).hasSizeLessThanOrEqualTo(50));
    }

    @ParameterizedTest
    @EnumSource
    void everyConceptHasALabelInThreeLanguages(Scheme scheme) {
        assertThat(vocabulary.concepts(scheme)).allSatisfy(concept -> {
            assertThat(concept.labels()).as(concept.id()).containsKeys("en", "fr", "de");
            assertThat(concept.labels().values()).allSatisfy(label -> assertThat(label).isNotBlank()
                    .isEqualTo(label.strip()));
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"THEME", "AUDIENCE"})
    void themesAndAudiencesHaveASentenceAndOtherWordsInThreeLanguages(Scheme scheme) {
        assertThat(vocabulary.concepts(scheme)).allSatisfy(concept -> {
            assertThat(concept.descriptions()).as(concept.id()).containsKeys("en", "fr", "de");
            assertThat(concept.alternatives()).as(concept.id()).containsKeys("en", "fr", "de");
        });
    }

    @Test
    void noLabelIsMerelyCopiedFromEnglish() throws IOException {
        var copied = new TreeSet<String>();
        vocabulary.labels().filter(Label::preferred).filter(label -> !label.language().equals("en"))
                .filter(label -> label.text().equals(label.concept().labels().get("en")))
                .forEach(label -> copied
                        .add(label.concept().scheme().id() + " " + label.language() + " " + label.text()));

        assertThat(copied).isEqualTo(wordsThatAreTheSame());
    }

    @Test
    void noSentenceIsMerelyCopiedFromEnglish() {
        assertThat(all().filter(concept -> !concept.descriptions().isEmpty())).allSatisfy(concept -> {
            var english = concept.description(Locale.ENGLISH);
            if (english.chars().anyMatch(Character::isLetter)) {
                assertThat(concept.description(Locale.FRENCH)).as(concept.id()).isNotEqualTo(english);
                assertThat(concept.description(Locale.GERMAN)).as(concept.id()).isNotEqualTo(english);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void noTwoConceptsOfASchemeHaveTheSameLabel(Scheme scheme) {
        for (var language : LANGUAGES) {
            var labels = vocabulary.concepts(scheme).stream().map(concept -> concept.labels().get(language)).toList();
            assertThat(labels).as(language).doesNotHaveDuplicates();
            for (var concept : vocabulary.concepts(scheme)) {
                assertThat(concept.alternatives().getOrDefault(language, List.of())).as(concept.id())
                        .doesNotHaveDuplicates().doesNotContainAnyElementsOf(labels);
            }
        }
    }

    @Test
    void everyMatchIsAnAbsoluteAddress() {
        assertThat(all().flatMap(concept -> concept.matches().stream())).isNotEmpty().allMatch(URI::isAbsolute);
    }

    @Test
    void eurovocConceptsAreExactlyTheChosenOnes() {
        var chosen = Set.of("c_3a9ccfe3", "4452", "5634", "6560", "c_96af33df", "6770", "7385", "5891", "c_324b44f1",
                "437655", "6215", "1528", "8428", "2191", "777", "965", "2440", "3962", "5501", "4695", "2051", "2881",
                "3912", "616", "918");

        var used = Arrays.stream(Scheme.values()).flatMap(scheme -> SkosFile.of(scheme).statements().objects().stream())
                .filter(IRI.class::isInstance).map(Object::toString).filter(iri -> iri.startsWith(EUROVOC))
                .map(iri -> iri.substring(EUROVOC.length())).collect(toSet());

        assertThat(used).isEqualTo(chosen);
        assertThat(vocabulary.find(Scheme.INTENDED_USER, "teacher").orElseThrow().matches())
                .containsExactly(URI.create(EUROVOC + "777"));
    }

    @Test
    void creativeCommonsLicencesNameTheirAddress() {
        assertThat(vocabulary.find(Scheme.LICENCE, "cc-by-4-0").orElseThrow().matches())
                .containsExactly(URI.create("https://creativecommons.org/licenses/by/4.0/"));
    }

    @ParameterizedTest
    @CsvSource({"EL, GR", "el, GR", "gr, GR", "GR, GR", "UK, GB", "gb, GB", "EU-wide, eu-wide"})
    void findsACountryByEachOfItsCodes(String code, String id) {
        assertThat(vocabulary.find(Scheme.COUNTRY, code)).map(Concept::id).contains(id);
    }

    @Test
    void greekIsALanguageAndGreeceACountry() {
        assertThat(vocabulary.label(Scheme.LANGUAGE, "el", Locale.ENGLISH)).isEqualTo("Greek");
        assertThat(vocabulary.label(Scheme.COUNTRY, "EL", Locale.ENGLISH)).isEqualTo("Greece");
        assertThat(vocabulary.label(Scheme.LANGUAGE, "uk", Locale.ENGLISH)).isEqualTo("Ukrainian");
    }

    @Test
    void labelsComeInTheReadersLanguageOrInEnglish() {
        assertThat(vocabulary.label(Scheme.THEME, "Prison-And-Probation", Locale.FRENCH))
                .isEqualTo("Prison et probation");
        assertThat(vocabulary.label(Scheme.THEME, "prison-and-probation", Locale.GERMANY))
                .isEqualTo("Strafvollzug und Bewährungshilfe");
        assertThat(vocabulary.label(Scheme.THEME, "prison-and-probation", Locale.of("pl")))
                .isEqualTo("Więzienie i kuratela");
        assertThat(vocabulary.label(Scheme.TECHNIQUE, "facts", Locale.of("pl"))).isEqualTo("Facts");
        assertThat(vocabulary.label(Scheme.THEME, "no-such-theme", Locale.ENGLISH)).isEqualTo("no-such-theme");
    }

    @Test
    void aRenamedWorkingGroupIsFoundUnderItsFormerNames() {
        var group = vocabulary.find(Scheme.WORKING_GROUP, "ran-vot").orElseThrow();

        assertThat(group.alternatives().get("en")).contains("RAN VVT", "RAN RVT");
        assertThat(group.description(Locale.ENGLISH)).contains("2011–2015 as RAN VVT").contains("2020–2024 as RAN VoT");
    }

    @Test
    void everySchemeHasANameAndAPlural() {
        var texts = ResourceBundle.getBundle("messages/vocabulary", Locale.ROOT);

        assertThat(Arrays.stream(Scheme.values()).map(scheme -> "vocabulary.scheme." + scheme.id()))
                .allSatisfy(key -> assertThat(texts.keySet()).contains(key, key + ".plural"));
    }

    @Test
    void aConceptMayGiveWayToAnother() throws IOException {
        var concepts = read("(:old :new)", """
                :old a skos:Concept ; skos:notation "old" ; skos:prefLabel "Old"@en ; dct:isReplacedBy :new .
                :new a skos:Concept ; skos:notation "new" ; skos:prefLabel "New"@en .
                """).concepts();

        assertThat(concepts.getFirst().supersededBy()).isEqualTo("new");
        assertThat(concepts.getLast().supersededBy()).isNull();
    }

    @Test
    void refusesAListThatForgetsAConcept() throws IOException {
        var file = read("(:one)", """
                :one a skos:Concept ; skos:notation "one" ; skos:prefLabel "One"@en .
                :two a skos:Concept ; skos:notation "two" ; skos:prefLabel "Two"@en .
                """);

        assertThatThrownBy(file::concepts).isInstanceOf(IllegalStateException.class).hasMessageContaining("differ");
    }

    @Test
    void refusesAConceptWithoutAnEnglishLabel() throws IOException {
        var file = read("(:one)", ":one a skos:Concept ; skos:notation \"one\" ; skos:prefLabel \"Un\"@fr .");

        assertThatThrownBy(file::concepts).isInstanceOf(IllegalStateException.class).hasMessageContaining("English");
    }

    private static SkosFile read(String order, String concepts) throws IOException {
        var turtle = """
                @prefix : <urn:counterpoint:test:> .
                @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                @prefix dct: <http://purl.org/dc/terms/> .
                :reading-order skos:memberList %s .
                %s""".formatted(order, concepts);
        return SkosFile.read(Scheme.THEME, new ByteArrayInputStream(turtle.getBytes(StandardCharsets.UTF_8)));
    }

    private Stream<Concept> all() {
        return Arrays.stream(Scheme.values()).flatMap(scheme -> vocabulary.concepts(scheme).stream());
    }

    /** Lines of scheme, language and word: names and loan words that people use as they are. */
    private static Set<String> wordsThatAreTheSame() throws IOException {
        try (var lines = VocabularyTest.class.getResourceAsStream("/vocabulary/same-in-another-language.txt")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(toSet());
        }
    }
}
