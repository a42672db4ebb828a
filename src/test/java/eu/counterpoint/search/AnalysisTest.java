package eu.counterpoint.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.search.embedded.EmbeddedEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the analyzers of the index make of words. */
class AnalysisTest {

    private static final JsonNode LAYOUT = JsonMapper.shared().readTree(IndexKind.PASSAGES.definition());
    private static final JsonNode ANALYSIS = LAYOUT.at("/settings/index/analysis");

    @TempDir
    private static Path folder;
    private static EmbeddedEngine engine;

    @BeforeAll
    static void start() throws IOException {
        engine = new EmbeddedEngine(folder);
        AnalysisGolden.prepare(engine.client());
    }

    @AfterAll
    static void stop() throws IOException {
        engine.close();
    }

    static Stream<AnalysisGolden.Line> golden() throws IOException {
        return AnalysisGolden.lines().stream();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void makesTheWordsOfTheGoldenFile(AnalysisGolden.Line line) {
        assertThat(AnalysisGolden.analyzed(engine.client(), line)).isEqualTo(line);
    }

    @Test
    void theGoldenFileHasEveryAnalyzer() throws IOException {
        assertThat(golden().map(AnalysisGolden.Line::analyzer).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ANALYSIS.get("analyzer").propertyNames());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            folded  | Köln Koln koeln KÖLN
            folded  | Århus Aarhus århus
            folded  | Sørensen Sorensen Soerensen Sörensen
            folded  | Straße strasse STRASSE
            folded  | naïve naive
            folded  | radicalisation radicalization RADICALISATION
            folded  | organise organize
            folded  | analysed analyzed
            folded  | Київ Kyiv
            folded  | Харків Harkiv Kharkiv
            folded  | Достоевский Dostoevsky
            folded  | Хрущёв Khrushchev
            folded  | София Sofia Sofiya
            folded  | молодёжь молодежь
            folded  | Θεσσαλονίκη Θεσσαλονικη ΘΕΣΣΑΛΟΝΙΚΗ Thessaloniki
            folded  | Αθήνα Athina
            folded  | l’extrémisme extremisme d'extrémisme
            folded  | teacher’s teacher's teacher
            folded  | أحمد احمد
            folded  | İzmir Izmir izmir
            lang_de | Gefängnis Gefängnisse Gefängnissen gefaengnis
            lang_en | radicalised radicalized radicalization radicalisation
            lang_en | behaviour behavior
            lang_es | radicalización radicalizado radicalizar
            lang_es | joven jóvenes
            lang_it | radicalizzazione radicalizzato
            lang_pt | radicalização radicalizado
            lang_pt | prisão prisões
            lang_fr | radicalisé radicalisation radicalisées
            lang_hu | radikalizáció radikalizációt radikalizációs
            lang_hu | börtön börtönök börtönben
            lang_hu | család családok családoknak
            lang_hu | család családban családot
            lang_hu | gyermek gyermekek
            lang_hu | internet interneten
            lang_hu | üzenet üzenetet
            lang_et | kool kooli koolis koolid koolide koolides
            lang_et | linn linna linnade linnades
            lang_et | projekt projekti projektide
            lang_et | klass klassi klassid klassides
            lang_bg | учител учители учителите
            lang_bg | радикализация радикализацията
            lang_da | fængsel fængsler fængslet
            lang_da | middel midler midlerne
            lang_da | artikel artikler artiklen
            lang_sv | fängelse fängelser fängelset fängelsets
            lang_sv | rörelse rörelser rörelsen
            lang_tr | öğretmen öğretmenler
            lang_tr | öğretmen öğretmeni öğretmenlerin
            lang_tr | kadın kadınlar kadınları
            lang_tr | aile aileler ailelere
            lang_tr | uzman uzmanlar
            lang_tr | toplum toplumlar
            lang_cs | oběť oběti
            lang_el | φυλακή φυλακές ΦΥΛΑΚΩΝ
            lang_ro | școli şcoli
            """)
    void bringsSpellingsAndInflectionsTogether(String analyzer, String words) {
        List<Set<String>> made = Arrays.stream(words.split(" ")).map(word -> parts(analyzer, word)).toList();
        assertThat(made.getFirst()).as(made.toString())
                .anyMatch(shared -> made.stream().allMatch(parts -> parts.contains(shared)));
    }

    @ParameterizedTest
    @CsvSource({"lang_de,Gefängnisseelsorge,Gefängnis", "lang_de,Gefaengnisseelsorge,Seelsorge",
            "lang_de,Extremismusprävention,Prävention", "lang_de,Schulsozialarbeit,Arbeit",
            "lang_de,Rechtsextremismus,Extremismus", "lang_nl,jeugdgevangenis,jeugd",
            "lang_nl,gevangenissen,gevangenis", "lang_nl,terrorismebestrijding,terrorisme",
            "lang_sv,ungdomsfängelse,ungdom", "lang_sv,våldsbejakande,våld", "lang_da,fængselspræst,fængsel",
            "lang_da,ungdomsuddannelse,ungdom", "lang_fi,vankilapastori,vankila", "lang_fi,nuorisotyö,nuoriso",
            "lang_fi,vankiloissa,vankila", "lang_en,counternarratives,narrative",
            "lang_en,deradicalisation,radicalization"})
    void findsAPartInACompoundAndTheOtherWayRound(String analyzer, String compound, String part) {
        assertThat(parts(analyzer, compound)).containsAnyElementsOf(parts(analyzer, part));
    }

    /** Else it depended on the version of the filter whether the inner one is found. */
    @Test
    void noPartOfACompoundStandsWithinAnother() {
        ANALYSIS.get("filter").valueStream().filter(filter -> filter.has("word_list")).forEach(filter -> {
            Set<String> words = filter.get("word_list").valueStream().map(JsonNode::asString)
                    .collect(Collectors.toSet());
            assertThat(words).allSatisfy(word -> assertThat(words)
                    .noneMatch(other -> word.indexOf(other, 1) > 0));
        });
    }

    @Test
    void theGermanPartsAreWrittenAsNormalizationLeavesThem() {
        assertThat(ANALYSIS.at("/filter/de_compounds/word_list").valueStream().map(JsonNode::asString))
                .allMatch(word -> word.matches("[a-z]+") && !word.matches(".*(ae|oe|(?<![aeiouq])ue).*"));
    }

    private static Set<String> parts(String analyzer, String word) {
        return Set.copyOf(Arrays.asList(AnalysisGolden.words(engine.client(), analyzer, word).split("\\|")));
    }
}
