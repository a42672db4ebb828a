package eu.counterpoint.ingest.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.vocabulary.Vocabulary;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConceptMentionsTest {

    private final ConceptMentions mentions = new ConceptMentions(new Vocabulary());

    @Test
    void findsNamesInTheLanguageOfTheText() {
        assertThat(found("Wie Aussteiger in Gefängnissen von ihrem Weg erzählen", "de"))
                .contains("theme.prison-and-probation", "audience.formers");
        assertThat(found("Les familles et les prisons face à la radicalisation", "fr"))
                .contains("audience.families", "theme.prison-and-probation");
        assertThat(found("Программы для заключенных", null)).isEmpty();
    }

    @Test
    void takesSingularAndPluralForOneWordButNoWordForAnother() {
        assertThat(found("Prisons were visited.", "en")).contains("theme.prison-and-probation");
        assertThat(found("The former minister was relative to none.", "en")).isEmpty();
        assertThat(found("Formers spoke.", "en")).contains("theme.formers", "audience.formers");
        assertThat(found("A pupil asked.", "en")).contains("audience.pupils-and-students");
        assertThat(found("the EU Internet Forum", "en")).doesNotContain("audience.online-communities");
    }

    @Test
    void takesAGermanNounForOneOnlyWithItsCapital() {
        assertThat(found("Die Jungen kamen.", "de")).contains("audience.boys-and-men");
        assertThat(found("mit einem jungen Hund", "de")).isEmpty();
    }

    @Test
    void takesTheLongestNameAlone() {
        assertThat(found("Young people at risk", "en")).contains("audience.young-people-at-risk")
                .doesNotContain("audience.young-adults");
    }

    @Test
    void takesWordsInTwoSentencesForNoName() {
        assertThat(found("He asked about mental. Health came second.", "en")).doesNotContain("theme.mental-health");
        assertThat(found("counter\nnarratives, mental-health", "en")).contains(
                "theme.counter-and-alternative-narratives",
                "theme.mental-health");
    }

    @Test
    void findsCountriesByTheirNamesInEveryLanguageAndOnlyWithACapital() {
        assertThat(found("From Austria to the Czech Republic", "en")).contains("country.AT", "country.CZ");
        assertThat(found("Un taller en Alemania", "es")).contains("country.DE");
        assertThat(found("Warsztaty w kraju: Niemcy", "pl")).contains("country.DE");
        assertThat(found("a china cup", "en")).isEmpty();
    }

    @Test
    void findsEnglishNamesOfSeveralWordsInOtherLanguagesToo() {
        assertThat(found("Ein Projekt zu Media Literacy", "de")).contains("theme.critical-thinking-and-media-literacy");
    }

    private List<String> found(String text, @Nullable String language) {
        return mentions.in(text, language).stream()
                .map(one -> one.concept().scheme().id() + "." + one.concept().id()).toList();
    }
}
