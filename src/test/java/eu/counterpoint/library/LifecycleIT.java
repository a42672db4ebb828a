package eu.counterpoint.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.counterpoint.account.Reader;
import eu.counterpoint.testing.WholeApplication;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The way of a material, and who may see and do what on it. */
@WholeApplication
class LifecycleIT {

    @Autowired
    private Library library;
    private final Reader owner = People.contributor();
    private final Reader stranger = People.contributor();
    private final Reader vetted = People.vetted();
    private final Reader editor = People.editor();

    @Test
    void goesFromDraftToTombstone() {
        MaterialId id = draft(Described.titled("The whole way").description());

        assertThat(library.move(id, Status.SUBMITTED, null, owner).status()).isEqualTo(Status.SUBMITTED);
        assertThat(library.move(id, Status.CHANGES_REQUESTED, "Which year?", editor).note()).isEqualTo("Which year?");
        library.move(id, Status.SUBMITTED, null, owner);
        Material published = library.move(id, Status.PUBLISHED, null, editor);
        assertThat(published.note()).isNull();
        assertThat(published.publishedAt()).isNotNull();
        library.move(id, Status.WITHDRAWN, "A rights holder asked for it.", editor);

        assertThatThrownBy(() -> library.visible(id, Reader.VISITOR)).isInstanceOfSatisfying(
                MaterialWithdrawnException.class,
                gone -> assertThat(gone.tombstone().note()).isEqualTo("A rights holder asked for it."));
        Material again = library.move(id, Status.PUBLISHED, null, editor);
        assertThat(again.publishedAt()).isEqualTo(published.publishedAt());
        assertThat(library.visible(id, Reader.VISITOR)).isEqualTo(again);
    }

    @ParameterizedTest
    @CsvSource({"DRAFT,DRAFT", "DRAFT,CHANGES_REQUESTED", "DRAFT,WITHDRAWN", "SUBMITTED,DRAFT", "SUBMITTED,SUBMITTED",
            "SUBMITTED,WITHDRAWN", "CHANGES_REQUESTED,DRAFT", "CHANGES_REQUESTED,WITHDRAWN", "PUBLISHED,DRAFT",
            "PUBLISHED,SUBMITTED", "PUBLISHED,PUBLISHED", "PUBLISHED,CHANGES_REQUESTED", "WITHDRAWN,DRAFT",
            "WITHDRAWN,SUBMITTED", "WITHDRAWN,WITHDRAWN"})
    void hasNoOtherWays(Status from, Status to) {
        MaterialId id = in(from, Described.titled("Stuck").description());

        assertThatThrownBy(() -> library.move(id, to, "A note", editor)).isInstanceOf(WrongStatusException.class);
        assertThat(library.find(id).orElseThrow().status()).isEqualTo(from);
    }

    @Test
    void namesWhatIsMissingBeforeItIsSubmitted() {
        MaterialId id = draft(Description.EMPTY);

        assertThat(library.missing(Description.EMPTY)).containsExactly("title", "summary", "kind", "themes",
                "audiences");
        assertThatThrownBy(() -> library.move(id, Status.SUBMITTED, null, owner))
                .isInstanceOfSatisfying(IncompleteException.class, refusal -> assertThat(refusal.missing())
                        .containsExactly("title", "summary", "kind", "themes", "audiences"));
    }

    @Test
    void isPublishedByAnEditorWithATitleAlone() {
        MaterialId titled = draft(new Described(Description.EMPTY).title("A title"));
        assertThat(library.move(titled, Status.PUBLISHED, null, editor).status()).isEqualTo(Status.PUBLISHED);

        MaterialId untitled = draft(Description.EMPTY);
        assertThatThrownBy(() -> library.move(untitled, Status.PUBLISHED, null, editor)).isInstanceOfSatisfying(
                IncompleteException.class, refusal -> assertThat(refusal.missing()).containsExactly("title"));
    }

    @Test
    void isNeverPublishedWithoutTheConsentOfWhomItNames() {
        MaterialId id = draft(Described.titled("A former speaks").consent(Consent.MISSING));
        library.move(id, Status.SUBMITTED, null, owner);

        assertThatThrownBy(() -> library.move(id, Status.PUBLISHED, null, editor)).isInstanceOfSatisfying(
                IncompleteException.class, refusal -> assertThat(refusal.missing()).containsExactly("consent"));

        MaterialId published = in(Status.PUBLISHED, Described.titled("Agreed").consent(Consent.ON_FILE));
        long revision = library.find(published).orElseThrow().revision();
        assertThatThrownBy(() -> library.describe(published, revision,
                Described.titled("Agreed no more").consent(Consent.MISSING), editor))
                .isInstanceOf(IncompleteException.class);
    }

    @Test
    void goesBackOnlyWithANote() {
        MaterialId id = in(Status.SUBMITTED, Described.titled("Back").description());

        assertThatThrownBy(() -> library.move(id, Status.CHANGES_REQUESTED, " ", editor)).isInstanceOfSatisfying(
                IncompleteException.class, refusal -> assertThat(refusal.missing()).containsExactly("note"));
        assertThatThrownBy(() -> library.move(id, Status.CHANGES_REQUESTED, "x".repeat(2001), editor))
                .isInstanceOf(InvalidDescriptionException.class);
    }

    @ParameterizedTest
    @CsvSource({"PUBLIC,true,true,true", "SIGNED_IN,false,true,true", "VETTED,false,false,true"})
    void isSeenByThoseItIsKeptTo(Visibility visibility, boolean byVisitors, boolean byPeople, boolean byVetted) {
        MaterialId id = in(Status.PUBLISHED, Described.titled("Kept").visibility(visibility));

        seen(id, Reader.VISITOR, byVisitors);
        seen(id, stranger, byPeople);
        seen(id, vetted, byVetted);
        seen(id, owner, true);
        seen(id, editor, true);
    }

    @ParameterizedTest
    @CsvSource({"DRAFT", "SUBMITTED", "CHANGES_REQUESTED"})
    void isOnlyItsOwnersAndEditorsBeforeItIsPublished(Status status) {
        MaterialId id = in(status, Described.titled("Not yet").description());

        seen(id, Reader.VISITOR, false);
        seen(id, vetted, false);
        seen(id, owner, true);
        seen(id, editor, true);
    }

    @Test
    void leavesATombstoneOnlyForThoseWhoCouldSeeIt() {
        MaterialId id = in(Status.WITHDRAWN, Described.titled("Was for the vetted").visibility(Visibility.VETTED));

        assertThatThrownBy(() -> library.visible(id, vetted)).isInstanceOf(MaterialWithdrawnException.class);
        seen(id, stranger, false);
        seen(id, Reader.VISITOR, false);
        seen(id, owner, true);
        seen(id, editor, true);
    }

    @ParameterizedTest
    @CsvSource({"DRAFT,true", "SUBMITTED,false", "CHANGES_REQUESTED,true", "PUBLISHED,false", "WITHDRAWN,false"})
    void isChangedByItsOwnerOnlyWhileItIsTheirTurn(Status status, boolean may) {
        Material material = library.find(in(status, Described.titled("Mine").description())).orElseThrow();
        ThrowingCallable edit = () -> library.describe(material.id(), material.revision(),
                Described.titled("Mine, changed").description(), owner);

        assertThat(library.mayEdit(material, owner)).isEqualTo(may);
        if (may) {
            assertThatCode(edit).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(edit).isInstanceOf(NotAllowedException.class);
            assertThatThrownBy(() -> library.addFiles(material.id(), List.of(Files.named("a.pdf")), owner))
                    .isInstanceOf(NotAllowedException.class);
        }
        Material now = library.find(material.id()).orElseThrow();
        assertThatCode(() -> library.describe(now.id(), now.revision(), Described.titled("An editor's").description(),
                editor)).doesNotThrowAnyException();
    }

    @Test
    void isMovedByItsOwnerOnlyToSubmitIt() {
        MaterialId submitted = in(Status.SUBMITTED, Described.titled("Not by myself").description());

        assertThatThrownBy(() -> library.move(submitted, Status.PUBLISHED, null, owner))
                .isInstanceOf(NotAllowedException.class);
        MaterialId published = in(Status.PUBLISHED, Described.titled("Nor away").description());
        assertThatThrownBy(() -> library.move(published, Status.WITHDRAWN, "Mine", owner))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> library.move(published, Status.WITHDRAWN, "Not mine", stranger))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void doesNotExistForAStrangerWhoTriesToChangeIt() {
        MaterialId id = draft(Described.titled("Secret").description());

        assertThatThrownBy(() -> library.describe(id, 1, Described.titled("Taken").description(), stranger))
                .isInstanceOf(MaterialNotFoundException.class);
        assertThatThrownBy(() -> library.move(id, Status.SUBMITTED, null, stranger))
                .isInstanceOf(MaterialNotFoundException.class);
        assertThatThrownBy(() -> library.describe(new MaterialId("no-such-one"), 1, Description.EMPTY, editor))
                .isInstanceOf(MaterialNotFoundException.class);
    }

    private void seen(MaterialId id, Reader reader, boolean expected) {
        if (expected) {
            assertThat(library.visible(id, reader).id()).isEqualTo(id);
        } else {
            assertThatThrownBy(() -> library.visible(id, reader)).isInstanceOf(MaterialNotFoundException.class);
        }
    }

    private MaterialId draft(Description description) {
        return library.create(description, owner).id();
    }

    private MaterialId in(Status status, Description description) {
        MaterialId id = draft(description);
        List<Status> way = switch (status) {
            case DRAFT -> List.of();
            case SUBMITTED -> List.of(Status.SUBMITTED);
            case CHANGES_REQUESTED -> List.of(Status.SUBMITTED, Status.CHANGES_REQUESTED);
            case PUBLISHED -> List.of(Status.PUBLISHED);
            case WITHDRAWN -> List.of(Status.PUBLISHED, Status.WITHDRAWN);
        };
        way.forEach(step -> library.move(id, step, "A note", editor));
        return id;
    }
}
