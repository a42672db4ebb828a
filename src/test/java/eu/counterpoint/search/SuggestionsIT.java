package eu.counterpoint.search;

import static eu.counterpoint.search.Shelf.CONTRIBUTOR;
import static eu.counterpoint.search.Shelf.PRACTITIONER;
import static eu.counterpoint.search.Shelf.word;
import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.account.Reader;
import eu.counterpoint.library.Consent;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Gammma;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Status;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.search.Suggestion.Type;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.vocabulary.Scheme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@WholeApplication
class SuggestionsIT {

    private Shelf shelf;
    @Autowired
    private Suggestions suggestions;
    @Autowired
    private Search search;
    @Autowired
    private Library library;

    @BeforeEach
    void shelf(@Autowired ApplicationContext application) {
        shelf = new Shelf(application);
    }

    @Test
    void namesConceptsByTheBeginningOfAnyOfTheirWords() {
        assertThat(of("proba")).extracting(Suggestion::label).contains("Prison and probation");
        assertThat(of("prison and pro")).extracting(Suggestion::id).contains("prison-and-probation");
        assertThat(of("robation")).extracting(Suggestion::label).doesNotContain("Prison and probation");
        assertThat(of("PRISÓN")).extracting(Suggestion::label).contains("Prison and probation");
        assertThat(of("oe")).as("two letters that are folded to one").extracting(Suggestion::label)
                .contains("Online prevention and platforms");
    }

    @Test
    void namesConceptsInAnyLanguageAndShowsThemInTheReaders() {
        assertThat(of("Gefängn")).extracting(Suggestion::label).contains("Prison and probation");
        assertThat(suggestions.of("gefangn", Locale.GERMAN, Reader.VISITOR)).extracting(Suggestion::label)
                .contains("Strafvollzug und Bewährungshilfe");
    }

    @Test
    void waitsForTheSecondLetter() {
        assertThat(of("p")).isEmpty();
        assertThat(of(" \"p ")).isEmpty();
        assertThat(of("pr")).isNotEmpty();
        assertThat(of("*?\\ (\"")).isEmpty();
    }

    @Test
    void findsTitlesByWordsAndTheBeginningOfTheLastAndEachOrganisationOnce() {
        String word = word();
        Material first = publish("Élan of " + word, "Society " + word, Visibility.PUBLIC);
        publish("Another", "Society " + word, Visibility.PUBLIC);
        shelf.awaitFound(word, 2);

        assertThat(of("elan " + word.substring(0, 8))).containsExactly(
                new Suggestion(Type.TITLE, first.id().value(), null, "Élan of " + word));
        assertThat(of("society " + word.substring(0, 8))).containsExactly(
                new Suggestion(Type.ORGANISATION, "Society " + word, null, "Society " + word));
    }

    /** The index writes {@code kh} as {@code h}, {@code iya} as {@code ia}, {@code ий} as {@code y}. */
    @Test
    void findsAWordAtEveryLetterThatIsTyped() {
        String word = word();
        for (String name : List.of("malikhan", "sofiyabel", "крийван", "borshchova")) {
            Material named = publish(word + " " + name, "", Visibility.PUBLIC);
            shelf.awaitFound(word + " " + name, 1);
            for (int end = 2; end <= name.length(); end++) {
                String typed = name.substring(0, end);
                assertThat(of(word + " " + typed)).as(typed).extracting(Suggestion::id)
                        .containsExactly(named.id().value());
                assertThat(found(word + " " + typed + "*")).as(typed).containsExactly(named.id());
                assertThat(found("title:" + word + " title:" + typed + "*")).as(typed).containsExactly(named.id());
            }
        }
    }

    @Test
    void namesTitlesAndOrganisationsInTheReadersLanguageFirst() {
        String word = word();
        String english = publish(word, "London " + word, "en");
        // Both fit equally well, so the one comes first that was in the index first.
        shelf.awaitFound(word, 1);
        publish("More of " + word, "London " + word, "en");
        String german = publish("Ein langer Bericht über die Arbeit von " + word, "Berlin " + word, "de");
        String french = publish("Un long rapport sur le travail de " + word, "Paris " + word, "fr");
        shelf.awaitFound(word, 4);

        assertThat(first(Type.TITLE, word, Locale.ENGLISH)).isEqualTo(english);
        assertThat(first(Type.TITLE, word, Locale.GERMAN)).isEqualTo(german);
        assertThat(first(Type.TITLE, word, Locale.FRANCE)).isEqualTo(french);
        assertThat(first(Type.ORGANISATION, word, Locale.ENGLISH)).isEqualTo("London " + word);
        assertThat(first(Type.ORGANISATION, word, Locale.GERMAN)).isEqualTo("Berlin " + word);
        assertThat(first(Type.ORGANISATION, word, Locale.FRANCE)).isEqualTo("Paris " + word);
        assertThat(first(Type.ORGANISATION, word, Locale.forLanguageTag("sv"))).isEqualTo("London " + word);
    }

    @Test
    void leavesRoomForEveryKind() {
        String beginning = "prison" + word();
        for (int i = 0; i < 9; i++) {
            publish(beginning + " " + i, "Office " + beginning + " " + i, Visibility.PUBLIC);
        }
        shelf.awaitFound(beginning, 9);

        List<Suggestion> suggested = of("prison");

        assertThat(suggested).hasSize(Suggestions.MOST);
        assertThat(suggested).extracting(Suggestion::type).contains(Type.CONCEPT, Type.TITLE, Type.ORGANISATION);
    }

    @Test
    void leavesNoTraceOfWhatAReaderMayNotSee() {
        String word = word();
        for (Visibility visibility : Visibility.values()) {
            publish(word + " " + visibility.id(), word + " of " + visibility.id(), visibility);
        }
        library.create(described(word + " draft", word + " of a draft", Visibility.PUBLIC), shelf.editor());
        Material withdrawn = publish(word + " withdrawn", word + " of what was withdrawn", Visibility.PUBLIC);
        shelf.awaitFound(word, 4);
        library.move(withdrawn.id(), Status.WITHDRAWN, "For a test.", shelf.editor());
        shelf.awaitFound(word, 3);

        assertThat(labels(word, Reader.VISITOR)).containsExactlyInAnyOrder(word + " public", word + " of public");
        assertThat(labels(word, CONTRIBUTOR)).containsExactlyInAnyOrder(word + " public", word + " of public",
                word + " signed-in", word + " of signed-in");
        for (Reader reader : List.of(PRACTITIONER, shelf.editor())) {
            assertThat(labels(word, reader)).containsExactlyInAnyOrder(word + " public", word + " of public",
                    word + " signed-in", word + " of signed-in", word + " vetted", word + " of vetted");
        }
    }

    private List<MaterialId> found(String text) {
        return search.search(SearchQuery.of(text), Reader.VISITOR).hits().stream().map(Hit::id).toList();
    }

    private List<Suggestion> of(String typed) {
        return suggestions.of(typed, Locale.ENGLISH, Reader.VISITOR);
    }

    private List<String> labels(String typed, Reader reader) {
        return suggestions.of(typed, Locale.ENGLISH, reader).stream().map(Suggestion::label).toList();
    }

    private String first(Type type, String typed, Locale locale) {
        return suggestions.of(typed, locale, Reader.VISITOR).stream().filter(one -> one.type() == type).findFirst()
                .orElseThrow().label();
    }

    /** @return the title */
    private String publish(String title, String organisation, String language) {
        shelf.publish(new Description(title, "", Map.of(Scheme.LANGUAGE, List.of(language)), 2020, organisation,
                List.of(), "", null, Visibility.PUBLIC, Consent.NOBODY_NAMED, "", Gammma.NOT_REPORTED));
        return title;
    }

    private Material publish(String title, String organisation, Visibility visibility) {
        return shelf.publish(described(title, organisation, visibility));
    }

    private static Description described(String title, String organisation, Visibility visibility) {
        return new Description(title, "", Map.of(), 2020, organisation, List.of(), "", null, visibility,
                Consent.NOBODY_NAMED, "", Gammma.NOT_REPORTED);
    }
}
