package eu.counterpoint.search;

import static eu.counterpoint.search.Shelf.described;
import static eu.counterpoint.search.Shelf.word;
import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.account.AccountId;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Status;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.vocabulary.Scheme;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@WholeApplication
class SimilarIT {

    private static final Reader CONTRIBUTOR = new Reader(new AccountId(-1), "Ola", Role.CONTRIBUTOR, false);
    private static final Reader PRACTITIONER = new Reader(new AccountId(-2), "Eva", Role.CONTRIBUTOR, true);
    private static final int MANY = 100;

    private Shelf shelf;
    @Autowired
    private Similar similar;
    @Autowired
    private Library library;

    @BeforeEach
    void shelf(@Autowired ApplicationContext application) {
        shelf = new Shelf(application);
    }

    @Test
    void isWhatSharesTheTellingWordsThoughItSharesNoConcept() {
        String words = word() + " " + word() + " " + word() + " " + word();
        Material material = shelf.publish(described("A " + words, ""));
        Material like = shelf.publish(described("Another study", ""), "First page\fWhat we know of " + words);
        shelf.publish(described("Something of its own", word()));
        shelf.awaitFound(words, 2);

        assertThat(similar.to(material, MANY, Reader.VISITOR)).singleElement().satisfies(one -> {
            assertThat(one.hit().id()).isEqualTo(like.id());
            assertThat(one.shared()).isEmpty();
        });
    }

    @Test
    void isWhatSaysTheSameInItsFilesWhereNobodyHasDescribedIt() {
        String words = word() + " " + word() + " " + word() + " " + word();
        Material material = shelf.publish(described("Scan 17", ""), "A report on " + words);
        Material like = shelf.publish(described("Minutes", ""), "First page\fWhat we know of " + words);
        shelf.awaitFound(words, 2);

        assertThat(similar.to(material, MANY, Reader.VISITOR)).singleElement()
                .satisfies(one -> assertThat(one.hit().id()).isEqualTo(like.id()));
    }

    @Test
    void isWhatIsFiledUnderTheSameConceptsMostOfThemFirst() {
        String word = word();
        Material material = shelf.publish(filed(word + " one", "returnees-and-their-families", "mental-health"));
        Material one = shelf.publish(filed(word + " two", "returnees-and-their-families"));
        Material both = shelf.publish(filed(word + " three", "mental-health", "returnees-and-their-families"));
        shelf.awaitFound(word, 3);

        List<Similar.Like> like = similar.to(material, MANY, Reader.VISITOR);

        assertThat(like).extracting(found -> found.hit().id()).doesNotContain(material.id())
                .containsSubsequence(both.id(), one.id());
        assertThat(like.getFirst().shared()).containsExactly(
                Map.entry(Scheme.THEME, List.of("returnees-and-their-families", "mental-health")));
    }

    @Test
    void leavesNoTraceOfWhatAReaderMayNotSee() {
        String word = word();
        Material material = shelf.publish(filed(word, "victims-and-remembrance"));
        MaterialId open = shelf.publish(restricted(word, Visibility.PUBLIC)).id();
        MaterialId members = shelf.publish(restricted(word, Visibility.SIGNED_IN)).id();
        MaterialId vetted = shelf.publish(restricted(word, Visibility.VETTED)).id();
        MaterialId draft = library.create(filed(word + " draft", "victims-and-remembrance"), shelf.editor()).id();
        MaterialId withdrawn = shelf.publish(filed(word + " gone", "victims-and-remembrance")).id();
        shelf.awaitFound(word, 5);
        library.move(withdrawn, Status.WITHDRAWN, "Asked for by its owner", shelf.editor());
        shelf.awaitFound(word, 4);

        assertThat(ids(material, Reader.VISITOR)).contains(open).doesNotContain(members, vetted, draft, withdrawn);
        assertThat(ids(material, CONTRIBUTOR)).contains(open, members).doesNotContain(vetted, draft, withdrawn);
        assertThat(ids(material, PRACTITIONER)).contains(open, members, vetted).doesNotContain(draft, withdrawn);
        assertThat(ids(material, shelf.editor())).contains(open, members, vetted).doesNotContain(draft, withdrawn);
    }

    @Test
    void isNothingForARecordThatSaysNothing() {
        assertThat(similar.to(shelf.publish(described(word(), "")), MANY, Reader.VISITOR)).isEmpty();
    }

    private static Description filed(String title, String... themes) {
        return described(title, "", Visibility.PUBLIC, 2020, Map.of(Scheme.THEME, List.of(themes)));
    }

    private static Description restricted(String title, Visibility visibility) {
        return described(title + " " + visibility, "", visibility, 2020,
                Map.of(Scheme.THEME, List.of("victims-and-remembrance")));
    }

    private List<MaterialId> ids(Material material, Reader reader) {
        return similar.to(material, MANY, reader).stream().map(like -> like.hit().id()).toList();
    }
}
