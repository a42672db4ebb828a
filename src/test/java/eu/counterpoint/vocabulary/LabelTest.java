package eu.counterpoint.vocabulary;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The words by which people in every country of the Union find a theme, an audience or a messenger. */
class LabelTest {

    /** The official languages written in Latin letters, with the letters that they have beyond a to z. */
    private static final Map<String, String> LATIN = Map.ofEntries(Map.entry("cs", "áčďéěíňóřšťúůýž"),
            Map.entry("da", "æøåé"), Map.entry("de", "äöüß"), Map.entry("en", ""), Map.entry("es", "áéíñóúü"),
            Map.entry("et", "äöõüšž"), Map.entry("fi", "äöå"), Map.entry("fr", "àâæçéèêëîïôœùûüÿ"),
            Map.entry("ga", "áéíóú"), Map.entry("hr", "čćđšž"), Map.entry("hu", "áéíóöőúüű"),
            Map.entry("it", "àèéìòù"), Map.entry("lt", "ąčęėįšųūž"), Map.entry("lv", "āčēģīķļņšūž"),
            Map.entry("mt", "àċġħż"), Map.entry("nl", "éëïöü"), Map.entry("pl", "ąćęłńóśźż"),
            Map.entry("pt", "àáâãçéêíóôõú"), Map.entry("ro", "ăâîșț"), Map.entry("sk", "áäčďéíĺľňóôŕšťúýž"),
            Map.entry("sl", "čšž"), Map.entry("sv", "åäöé"));

    private static final Set<String> OFFICIAL = Stream
            .concat(LATIN.keySet().stream(), Stream.of("bg", "el")).collect(toSet());

    /** Words that a language skips in a search, but that people of another language do search for. */
    private static final Set<String> WORTH_A_CHANCE_MATCH = Set.of("Men", "Hass", "VAE");

    private static final Vocabulary VOCABULARY = new Vocabulary();

    @ParameterizedTest
    @EnumSource(names = {"THEME", "AUDIENCE", "MESSENGER"})
    void everyConceptHasALabelInEachOfficialLanguage(Scheme scheme) {
        assertThat(OFFICIAL).hasSize(24);
        assertThat(VOCABULARY.concepts(scheme))
                .allSatisfy(concept -> assertThat(concept.labels()).as(concept.id()).containsOnlyKeys(OFFICIAL));
    }

    @ParameterizedTest
    @EnumSource(names = {"THEME", "AUDIENCE", "MESSENGER"})
    void everyConceptHasOtherWordsInAlmostEveryOfficialLanguage(Scheme scheme) {
        assertThat(VOCABULARY.concepts(scheme)).allSatisfy(concept -> assertThat(concept.alternatives().keySet())
                .as(concept.id()).isSubsetOf(OFFICIAL).hasSizeGreaterThanOrEqualTo(20));
    }

    @Test
    void otherWordsAreNotMerelyCopiedFromEnglish() {
        assertThat(translated().map(Label::concept).distinct())
                .allSatisfy(concept -> concept.alternatives().forEach((language, texts) -> {
                    if (!language.equals("en")) {
                        assertThat(texts).as(concept.id() + " " + language)
                                .anySatisfy(text -> assertThat(text).isNotIn(concept.alternatives().get("en"))
                                        .isNotEqualTo(concept.labels().get("en")));
                    }
                }));
    }

    @Test
    void noTwoConceptsOfASchemeShareALabelInALanguage() {
        var seen = new HashMap<List<Object>, Label>();
        VOCABULARY.labels().forEach(label -> {
            var other = seen.put(List.of(label.concept().scheme(), label.language(), plain(label.text())), label);
            if (other != null) {
                assertThat(other.concept().id()).as(label.language() + " " + label.text())
                        .isEqualTo(label.concept().id());
            }
        });
        assertThat(seen).hasSizeGreaterThan(5_000);
    }

    @Test
    void noConceptHasTheSameWordTwiceInALanguage() {
        var seen = new HashSet<List<Object>>();

        assertThat(translated()).allSatisfy(label -> assertThat(
                seen.add(List.of(label.concept(), label.language(), label.text().toLowerCase(Locale.ROOT))))
                .as(label.language() + " " + label.text()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({"bg, CYRILLIC", "el, GREEK"})
    void labelsAreInTheirLanguagesScript(String language, Character.UnicodeScript script) {
        var scripts = translated().filter(label -> label.language().equals(language)).map(Label::text)
                .flatMapToInt(String::codePoints).filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of).collect(toSet());

        assertThat(scripts).containsExactly(script);
    }

    @Test
    void lettersBelongToTheLanguage() {
        assertThat(translated().filter(label -> LATIN.containsKey(label.language()))).isNotEmpty()
                .allSatisfy(label -> assertThat(label.text().toLowerCase(Locale.ROOT)).as(label.language())
                        .matches("[a-z" + LATIN.get(label.language()) + " ’.,/&()-]+"));
    }

    /** A query finds concepts by words of every language, so a word that only joins others would match everywhere. */
    @Test
    void noOtherWordIsOneThatALanguageSkipsInASearch() {
        var skipped = skippedWords();
        var matching = VOCABULARY.labels().filter(label -> !label.preferred()).map(Label::text)
                .filter(text -> skipped.contains(plain(text))).collect(toCollection(TreeSet::new));

        assertThat(skipped).contains("the", "und", "mais").hasSizeGreaterThan(2_000);
        assertThat(matching).isEqualTo(new TreeSet<>(WORTH_A_CHANCE_MATCH));
    }

    @ParameterizedTest
    @CsvSource({"bg, затвор", "bg, затвора", "cs, vězení", "da, fængsel", "de, Gefängnis", "el, φυλακή", "en, jail",
            "es, cárcel", "et, vangla", "fi, vankila", "fr, prison", "ga, príosún", "hr, zatvor", "hu, börtön",
            "it, carcere", "lt, kalėjimas", "lv, cietums", "mt, ħabs", "nl, gevangenis", "pl, więzienie",
            "pl, więzieniach", "pt, prisão", "ro, închisoare", "sk, väzenie", "sl, zapor", "sv, fängelse"})
    void prisonIsFoundByTheEverydayWord(String language, String word) {
        assertThat(named(language, word)).contains("theme:prison-and-probation");
    }

    @ParameterizedTest
    @CsvSource({"bg, дерадикализация", "de, Deradikalisierung", "el, αποριζοσπαστικοποίηση", "en, deradicalisation",
            "es, desradicalización", "fr, déradicalisation", "it, deradicalizzazione", "pl, deradykalizacji",
            "sv, avradikalisering"})
    void exitIsFoundByTheEverydayWord(String language, String word) {
        assertThat(named(language, word)).contains("theme:exit-and-rehabilitation");
    }

    @ParameterizedTest
    @CsvSource({"de, Aussteiger", "en, ex-extremists", "fr, repentis", "hu, volt szélsőségesek", "sv, avhoppare"})
    void formersAreFoundByTheEverydayWord(String language, String word) {
        assertThat(named(language, word)).contains("theme:formers", "audience:formers");
    }

    @Test
    void labelsSayWhoseTheyAreAndWhichIsPreferred() {
        var former = VOCABULARY.find(Scheme.MESSENGER, "former").orElseThrow();

        assertThat(VOCABULARY.labels().filter(label -> label.concept().equals(former) && label.language().equals("nl"))
                .limit(2)).containsExactly(new Label(former, "nl", "Voormalig extremist", true),
                        new Label(former, "nl", "Voormalige extremisten", false));
    }

    private Stream<String> named(String language, String word) {
        return VOCABULARY.labels()
                .filter(label -> label.language().equals(language) && label.text().equalsIgnoreCase(word))
                .map(label -> label.concept().scheme().id() + ":" + label.concept().id());
    }

    private Stream<Label> translated() {
        var schemes = Set.of(Scheme.THEME, Scheme.AUDIENCE, Scheme.MESSENGER);
        return VOCABULARY.labels().filter(label -> schemes.contains(label.concept().scheme()));
    }

    private static Set<String> skippedWords() {
        return Stream.of(BulgarianAnalyzer.getDefaultStopSet(), CzechAnalyzer.getDefaultStopSet(),
                DanishAnalyzer.getDefaultStopSet(), GermanAnalyzer.getDefaultStopSet(),
                GreekAnalyzer.getDefaultStopSet(), EnglishAnalyzer.getDefaultStopSet(),
                SpanishAnalyzer.getDefaultStopSet(), EstonianAnalyzer.getDefaultStopSet(),
                FinnishAnalyzer.getDefaultStopSet(), FrenchAnalyzer.getDefaultStopSet(),
                IrishAnalyzer.getDefaultStopSet(), HungarianAnalyzer.getDefaultStopSet(),
                ItalianAnalyzer.getDefaultStopSet(), LithuanianAnalyzer.getDefaultStopSet(),
                LatvianAnalyzer.getDefaultStopSet(), DutchAnalyzer.getDefaultStopSet(),
                PortugueseAnalyzer.getDefaultStopSet(), RomanianAnalyzer.getDefaultStopSet(),
                SwedishAnalyzer.getDefaultStopSet()).flatMap(CharArraySet::stream)
                .map(word -> plain(new String((char[]) word))).collect(toSet());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
    }
}
