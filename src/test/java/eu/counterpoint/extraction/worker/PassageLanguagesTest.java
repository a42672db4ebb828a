package eu.counterpoint.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import eu.counterpoint.vocabulary.Concept;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PassageLanguagesTest {

    private static final Languages LANGUAGES = new Languages();

    private final PassageLanguages passages = new PassageLanguages(LANGUAGES);

    @Test
    void knowsTheLanguagesOfTheLibrary() {
        assertThat(Languages.KNOWN).containsExactlyInAnyOrderElementsOf(
                new Vocabulary().concepts(Scheme.LANGUAGE).stream().map(Concept::id).toList());
    }

    @Test
    void findsTheOnePassageInAnotherLanguage() {
        for (int i = 0; i < 40; i++) {
            passages.add((i == 17 ? Prose.ENGLISH : Prose.GERMAN).passage(i));
        }
        assertThat(passages.usual()).contains("de");
        assertThat(passages.others("de")).isEqualTo(Map.of(17, "en"));
    }

    @Test
    void tellsTheTwoLanguagesOfABilingualFileApart() {
        for (int i = 0; i < 20; i++) {
            passages.add((i % 2 == 0 ? Prose.FRENCH : Prose.ENGLISH).passage(i));
        }
        assertThat(passages.others("fr")).hasSize(10).containsValue("en").doesNotContainValue("fr")
                .containsOnlyKeys(1, 3, 5, 7, 9, 11, 13, 15, 17, 19);
    }

    @Test
    void tellsLanguagesThatShareTheirShortWordsApart() {
        for (int i = 0; i < 30; i++) {
            passages.add((i < 20 ? Prose.PORTUGUESE : Prose.SPANISH).passage(i));
        }
        assertThat(passages.usual()).contains("pt");
        assertThat(passages.others("pt")).hasSize(10).containsValue("es").doesNotContainValue("pt")
                .allSatisfy((number, language) -> assertThat(number).isGreaterThanOrEqualTo(20));
    }

    @Test
    void leavesTablesNamesAndShortPassagesInTheLanguageOfTheFile() {
        passages.add(Prose.GERMAN.passage(0));
        passages.add("2019\t314\t2,7 %\n2020\t420\t3,1 %\n".repeat(30));
        passages.add("Thank you for your kind attention.");
        passages.add("Müller, Novák, García, Rossi, Kowalski, Papadopoulos, Virtanen, Jansen, Silva, Dupont, "
                + "Nagy, Popescu, Andersson, Petrov, Yılmaz, Kazlauskas, Bērziņš, Tamm, Horvat, O’Brien, Borg");
        for (int i = 1; i < 6; i++) {
            passages.add(Prose.GERMAN.passage(i));
        }
        assertThat(passages.others("de")).isEmpty();
    }

    @Test
    void asksNobodyAboutAFileWithOnePassage() {
        passages.add(Prose.ENGLISH.passage(0));
        assertThat(passages.usual()).isEmpty();
        assertThat(passages.others(null)).isEmpty();
    }
}
