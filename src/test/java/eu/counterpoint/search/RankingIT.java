package eu.counterpoint.search;

import static eu.counterpoint.search.Shelf.described;
import static eu.counterpoint.search.Shelf.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.Reader;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.vocabulary.Scheme;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * What comes first of what is found by its words. Records that are compared are equally long, so that it is not their length that
 * decides; and what is to come first is published first, because among equals the last published would.
 */
@Tag("once")
@WholeApplication
class RankingIT {

    private static final int THIS_YEAR = Year.now(ZoneOffset.UTC).getValue();
    private static final int LAST_RECENT = THIS_YEAR - 5;
    private static final int OLD = THIS_YEAR - 6;
    /** No other test has records of this year. */
    private static final int OWN_YEAR = 1913;
    private static final String EVALUATED = "before-and-after";
    private static final String COUNTED = "process-or-reach-data-only";

    private Shelf shelf;
    @Autowired
    private Search search;

    @BeforeEach
    void shelf(@Autowired ApplicationContext application) {
        shelf = new Shelf(application);
    }

    @Test
    void putsWhatWasEvaluatedBeforeWhatWasNotAtTheSameText() {
        String word = word();
        assertFirst(word, about(word, OLD, EVALUATED), about(word, OLD, COUNTED));
    }

    @Test
    void putsWhatIsAtMostFiveYearsOldBeforeWhatIsOlderAtTheSameText() {
        String word = word();
        assertFirst(word, about(word, LAST_RECENT, COUNTED), about(word, OLD, COUNTED));
    }

    @Test
    void putsWhatWasEvaluatedBeforeWhatIsNewAtTheSameText() {
        String word = word();
        assertFirst(word, about(word, OLD, EVALUATED), about(word, THIS_YEAR, COUNTED));
    }

    @Test
    void putsAWordInTheTitleBeforeOneInTheSummaryAndThatBeforeOneInTheText() {
        String word = word();
        String other = word();
        Material titled = shelf.publish(described("About " + word, "About " + other), "About " + other);
        Material summarised = shelf.publish(described("About " + other, "About " + word), "About " + other);
        Material mentioning = shelf.publish(described("About " + other, "About " + other), "About " + word);

        assertThat(found(word, 3)).containsExactly(id(titled), id(summarised), id(mentioning));
    }

    @Test
    void liftsNothingOverABetterMatchForBeingEvaluatedAndNew() {
        String word = word();
        String other = word();
        Material better = shelf.publish(about(word, OLD, COUNTED), "About " + other);
        shelf.publish(about(other, THIS_YEAR, EVALUATED), "About " + word);

        assertThat(found(word, 2)).startsWith(id(better));
    }

    @Test
    void putsWhatHasTheWordItselfBeforeWhatIsOnlyFiledUnderTheConceptThatTheWordNames() {
        // One mention in a text that is longer than others is the least that a word can do.
        String text = "Die Schule lud ein. ".repeat(40) + "Ein Aussteiger erzählte.";
        Material mentioning = shelf.publish(
                described("Ein Abend", "", Visibility.PUBLIC, OWN_YEAR, Map.of(Scheme.LANGUAGE, List.of("de"))), "de",
                List.of(text));
        Material filed = shelf.publish(
                described("An evening", "", Visibility.PUBLIC, OWN_YEAR, Map.of(Scheme.LANGUAGE, List.of("en"),
                        Scheme.THEME, List.of("formers"))),
                "en", List.of("A short talk"));

        assertThat(found(SearchQuery.of("Aussteiger").withYears(Set.of(OWN_YEAR)), 2)).containsExactly(id(mentioning),
                id(filed));
    }

    private void assertFirst(String word, Description first, Description second) {
        Material better = shelf.publish(first);
        Material other = shelf.publish(second);

        assertThat(found(word, 2)).containsExactly(id(better), id(other));
    }

    private static Description about(String word, int year, String evidence) {
        return described("About " + word, "", Visibility.PUBLIC, year,
                Map.of(Scheme.EVIDENCE_DESIGN, List.of(evidence)));
    }

    private static String id(Material material) {
        return material.id().value();
    }

    private List<String> found(String word, int expected) {
        return found(SearchQuery.of(word), expected);
    }

    /** What a visitor finds, the first first, once it is as much as expected. */
    private List<String> found(SearchQuery query, int expected) {
        return await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(
                () -> search.search(query, Reader.VISITOR).hits().stream().map(hit -> hit.id().value()).toList(),
                found -> found.size() == expected);
    }
}
