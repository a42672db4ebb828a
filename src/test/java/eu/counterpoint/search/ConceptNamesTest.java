package eu.counterpoint.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.vocabulary.Vocabulary;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConceptNamesTest {

    private static final ConceptNames NAMES = new ConceptNames(new Vocabulary());

    @ParameterizedTest
    @CsvSource({"RAN VVT, working-group.ran-vot", "report of ran c&n, working-group.ran-c-and-n",
            "RAN@, working-group.ran-c-and-n", "RCT in schools, evidence-design.randomised-trial",
            "Kontrollgruppe Schule, evidence-design.comparison-group", "no effect on boys, effect.none",
            "boomerang effect, effect.negative", "Gefängnis, theme.prison-and-probation"})
    void knowsConceptsByAnyOfTheirNames(String words, String concept) {
        assertThat(named(words)).contains(concept);
    }

    @ParameterizedTest
    @CsvSource({"internet and social media, theme.online-prevention-and-platforms",
            "voices of victims of terrorism, theme.victims-and-remembrance",
            "process evaluation, theme.evaluation-and-evidence"})
    void alsoMeansTheSubjectThatIsPartOfALongerName(String words, String subject) {
        assertThat(named(words)).contains(subject).hasSizeGreaterThan(1);
    }

    @Test
    void takesAWordOfEveryDayForAnEffectOrADesignOnlyWhereItStandsAlone() {
        assertThat(named("negative")).containsExactly("effect.negative");
        assertThat(named("negative stereotypes")).doesNotContain("effect.negative");
        assertThat(named("positive role models")).contains("technique.positive").doesNotContain("effect.positive");
        assertThat(named("both views of an experience")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RAN", "research", "training", "German", "copyright"})
    void doesNotTakeTheNetworkForAGroupOfItNorWhatHalfTheLibraryIsForASubject(String words) {
        assertThat(named(words)).noneMatch(key -> key.matches("(working-group|kind|language|licence)[.].*"));
    }

    @Test
    void leavesOutWhatTheReaderDoesNotMean() {
        assertThat(NAMES.spans(List.of("RAN", "VVT"), Set.of("working-group.ran-vot"))).isEmpty();
    }

    private static List<String> named(String words) {
        return ConceptNames.concepts(NAMES.spans(List.of(words.split(" ")), Set.of())).stream().map(NamedConcept::key)
                .toList();
    }
}
