package eu.counterpoint.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.search.ParsedQuery.Kind;
import eu.counterpoint.search.ParsedQuery.Scope;
import eu.counterpoint.search.ParsedQuery.Term;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParsedQueryTest {

    @ParameterizedTest
    @ValueSource(strings = {"title:prison", "title: prison", "Title:   prison"})
    void looksInOneFieldAlsoWhereASpaceStandsBeforeTheWord(String typed) {
        assertThat(terms(typed)).containsExactly(new Term("prison", Kind.WORD, Scope.TITLE, false, false));
    }

    @Test
    void looksInOneFieldForWordsInQuotesAndForBeginningsAfterASpace() {
        assertThat(terms("voices title: \"two words\"")).containsExactly(
                new Term("voices", Kind.WORD, null, false, false),
                new Term("two words", Kind.PHRASE, Scope.TITLE, false, false));
        assertThat(terms("-author: Mal*")).containsExactly(new Term("Mal", Kind.PREFIX, Scope.AUTHOR, true, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prison title:", "prison AND title:", "title: OR prison", "title: -prison",
            "title: AND prison"})
    void takesAFieldWithNothingBehindItForAWord(String typed) {
        assertThat(ParsedQuery.of(QueryText.of(typed)).alternatives().stream().flatMap(List::stream))
                .extracting(Term::text).containsExactlyInAnyOrder("title:", "prison");
    }

    @Test
    void leavesOtherWordsBeforeAColonAlone() {
        assertThat(terms("Prevent: prison")).extracting(Term::text).containsExactly("Prevent:", "prison");
        assertThat(terms("\"title: prison\"")).containsExactly(
                new Term("title: prison", Kind.PHRASE, null, false, false));
    }

    private static List<Term> terms(String typed) {
        return ParsedQuery.of(QueryText.of(typed)).alternatives().getFirst();
    }
}
