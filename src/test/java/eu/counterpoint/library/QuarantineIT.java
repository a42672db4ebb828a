package eu.counterpoint.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.counterpoint.account.Reader;
import eu.counterpoint.library.HistoryEntry.Step;
import eu.counterpoint.testing.WholeApplication;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

/** Files that did not become fully searchable: who sees them, and what may be done with them. */
@WholeApplication
class QuarantineIT {

    private static final PageRequest FIRST = PageRequest.of(0, 100);

    @Autowired
    private Library library;
    @Autowired
    private Quarantine quarantine;
    private final Reader owner = People.contributor();
    private final Reader editor = People.editor();

    @Test
    void showsAContributorTheirOwnFilesAndAnEditorAll() {
        Material mine = read("Mine", Outcome.EMPTY, "scan");
        Reader other = People.contributor();

        assertThat(quarantine.files(QuarantineFilter.ALL, owner, FIRST)).singleElement().satisfies(file -> {
            assertThat(file.material()).isEqualTo(mine.id());
            assertThat(file.title()).isEqualTo("Mine");
            assertThat(file.file().reason()).isEqualTo("scan");
        });
        assertThat(quarantine.counts(owner).of(Outcome.EMPTY)).isEqualTo(1);
        assertThat(quarantine.files(QuarantineFilter.ALL, other, FIRST)).isEmpty();
        assertThat(quarantine.files(List.of(mine.files().getFirst().id()), other)).isEmpty();
        assertThat(quarantine.counts(other).all()).isZero();
        assertThat(quarantine.files(QuarantineFilter.ALL, editor, FIRST))
                .anyMatch(file -> file.material().equals(mine.id()));
        assertThatThrownBy(() -> quarantine.counts(Reader.VISITOR)).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void showsWhatIsNotFullySearchableAndNothingElse() {
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.PENDING) {
                read(outcome.name(), outcome, null);
            }
        }

        assertThat(quarantine.files(QuarantineFilter.ALL, owner, FIRST)).extracting(file -> file.file().outcome())
                .containsExactlyInAnyOrder(Outcome.TRUNCATED, Outcome.EMPTY, Outcome.ENCRYPTED, Outcome.UNREADABLE,
                        Outcome.TIMED_OUT, Outcome.CRASHED, Outcome.REJECTED);
        assertThat(quarantine.files(new QuarantineFilter(Set.of(Outcome.CRASHED), false), owner, FIRST))
                .extracting(QuarantinedFile::title).containsExactly("CRASHED");
        assertThat(quarantine.files(QuarantineFilter.ALL, owner, PageRequest.of(1, 3)).getContent()).hasSize(3);
    }

    @Test
    void tellsReasonsApartWithinTheirOutcomes() {
        read("A scan", Outcome.EMPTY, "scan");
        read("Another scan", Outcome.EMPTY, "scan");
        read("A speech", Outcome.EMPTY, "recording");
        read("Of old", Outcome.EMPTY, null);
        read("Shaken", Outcome.CRASHED, "crashed");

        QuarantineCounts counts = quarantine.counts(owner);
        assertThat(counts.of(Outcome.EMPTY)).isEqualTo(4);
        assertThat(counts.reasons(Outcome.EMPTY)).isEqualTo(Map.of("scan", 2L, "recording", 1L));
        assertThat(counts.reasons(Outcome.CRASHED)).isEqualTo(Map.of("crashed", 1L));
        assertThat(counts.reasons(Outcome.REJECTED)).isEmpty();
        QuarantineFilter scans = QuarantineFilter.ALL.because("scan");
        assertThat(quarantine.files(scans, owner, FIRST)).extracting(QuarantinedFile::title)
                .containsExactly("Another scan", "A scan");
        assertThat(quarantine.files(scans.with(Set.of(Outcome.CRASHED)), owner, FIRST)).isEmpty();
        assertThat(quarantine.files(scans, People.contributor(), FIRST)).isEmpty();
    }

    @Test
    void forgetsWhatWasWithdrawn() {
        Material material = read("Published and gone", Outcome.CRASHED, "crashed");
        library.move(material.id(), Status.PUBLISHED, null, editor);
        assertThat(quarantine.counts(owner).all()).isEqualTo(1);

        library.move(material.id(), Status.WITHDRAWN, "At the author's wish.", editor);

        assertThat(quarantine.counts(owner).all()).isZero();
        assertThat(quarantine.files(QuarantineFilter.ALL, owner, FIRST)).isEmpty();
    }

    @Test
    void putsAFileBackOnceHoweverOftenItIsAsked() {
        Material material = read("Broke off", Outcome.CRASHED, "crashed");
        FileId file = material.files().getFirst().id();

        assertThat(quarantine.readAgain(material.id(), file, owner)).isTrue();
        assertThat(quarantine.readAgain(material.id(), file, editor)).isFalse();

        Material now = library.find(material.id()).orElseThrow();
        assertThat(now.file(file).orElseThrow().outcome()).isEqualTo(Outcome.PENDING);
        assertThat(now.version()).isGreaterThan(material.version());
        assertThat(now.revision()).isEqualTo(material.revision());
        Material whole = read("Whole", Outcome.EXTRACTED, null);
        assertThat(quarantine.readAgain(whole.id(), whole.files().getFirst().id(), owner)).isFalse();
    }

    @Test
    void acceptsAFileAsItIsUntilItIsReadAgain() {
        Material material = read("A scan", Outcome.EMPTY, "scan");
        FileId file = material.files().getFirst().id();

        Material accepted = quarantine.accept(material.id(), file, owner);

        assertThat(accepted.file(file).orElseThrow().accepted()).isNotNull()
                .satisfies(acceptance -> assertThat(acceptance.by()).isEqualTo(owner.account()));
        assertThat(quarantine.files(QuarantineFilter.ALL, owner, FIRST)).isEmpty();
        assertThat(quarantine.counts(owner).all()).isZero();
        assertThat(quarantine.counts(owner).accepted()).isEqualTo(1);
        assertThat(quarantine.files(new QuarantineFilter(Set.of(), true), owner, FIRST)).hasSize(1);
        HistoryEntry trace = library.history(material.id()).getLast();
        assertThat(trace.step()).isEqualTo(Step.FILE_ACCEPTED);
        assertThat(trace.by()).isEqualTo(owner.account());
        assertThat(quarantine.accept(material.id(), file, editor)).as("done once").isEqualTo(accepted);

        quarantine.readAgain(material.id(), file, owner);
        library.fileRead(material.id(), file, 1, brought(Outcome.EMPTY, "scan"));
        assertThat(quarantine.counts(owner).of(Outcome.EMPTY)).isEqualTo(1);
    }

    @Test
    void putsAnotherFileInThePlaceOfOneAndForgetsWhatTheOldOneBrought() {
        Material material = read("Damaged", Outcome.TRUNCATED, "damaged-partly");
        FileId file = material.files().getFirst().id();

        Material replaced = quarantine.replace(material.id(), file, Files.named("whole.pdf"), owner);

        assertThat(replaced.files()).singleElement().satisfies(now -> {
            assertThat(now.id()).isEqualTo(file);
            assertThat(now.name()).isEqualTo("whole.pdf");
            assertThat(now.outcome()).isEqualTo(Outcome.PENDING);
            assertThat(now.extractor()).isNull();
            assertThat(now.characters()).isZero();
        });
        assertThat(replaced.description()).isEqualTo(material.description());
        assertThat(library.history(material.id()).getLast().fields()).containsExactly("Damaged.pdf", "whole.pdf");
        assertThat(quarantine.replace(material.id(), file, Files.named("whole.pdf"), owner)).isEqualTo(replaced);

        library.fileRead(material.id(), file, 0, brought(Outcome.EXTRACTED, null));
        assertThat(library.find(material.id()).orElseThrow().file(file).orElseThrow().outcome())
                .as("what a late reading of the old file brings").isEqualTo(Outcome.PENDING);
        library.fileRead(material.id(), file, 1, brought(Outcome.EXTRACTED, null));
        assertThat(library.find(material.id()).orElseThrow().file(file).orElseThrow().outcome())
                .isEqualTo(Outcome.EXTRACTED);
    }

    @Test
    void notesAnOpenedFileOnlyWhileItIsEncrypted() {
        Material material = read("Locked", Outcome.ENCRYPTED, "password");
        FileId file = material.files().getFirst().id();

        library.fileOpened(material.id(), file, 0, brought(Outcome.EXTRACTED, null), owner);
        library.fileOpened(material.id(), file, 0, brought(Outcome.TRUNCATED, "text-limit"), owner);

        assertThat(library.find(material.id()).orElseThrow().file(file).orElseThrow().outcome())
                .isEqualTo(Outcome.EXTRACTED);
        assertThat(library.history(material.id())).filteredOn(entry -> entry.step() == Step.FILE_OPENED).singleElement()
                .satisfies(entry -> assertThat(entry.by()).isEqualTo(owner.account()));
    }

    @Test
    void keepsWhatAPasswordHasOpened() {
        Material material = read("Locked", Outcome.ENCRYPTED, "password");
        FileId file = material.files().getFirst().id();
        library.fileOpened(material.id(), file, 0, brought(Outcome.TRUNCATED, "text-limit"), owner);
        QuarantineFilter truncated = QuarantineFilter.ALL.with(Set.of(Outcome.TRUNCATED));

        assertThat(quarantine.files(truncated, owner, FIRST)).singleElement().satisfies(opened -> {
            assertThat(opened.mayBeReadAgain(owner)).isFalse();
            assertThat(opened.mayBeReplaced(owner)).isTrue();
            assertThat(opened.mayBeAccepted(owner)).isTrue();
        });
        assertThat(quarantine.count(truncated, owner.account())).as("of a retry of many").isZero();
        assertThat(quarantine.walk(truncated, owner.account(), new FileId(0), file, 10)).isEmpty();
        assertThat(quarantine.putBack(material.id(), List.of(file), null)).isEmpty();
        assertThat(quarantine.readAgain(material.id(), file, owner)).isFalse();
        assertThat(library.find(material.id()).orElseThrow().file(file).orElseThrow().outcome())
                .isEqualTo(Outcome.TRUNCATED);

        quarantine.replace(material.id(), file, Files.named("unlocked.pdf"), owner);
        library.fileRead(material.id(), file, 2, brought(Outcome.TRUNCATED, "text-limit"));
        assertThat(quarantine.readAgain(material.id(), file, owner)).isTrue();
    }

    @Test
    void leavesWhatWasSubmittedToEditorsButReadsItAgainForItsOwner() {
        Material material = read("On its way", Outcome.CRASHED, "crashed");
        FileId file = material.files().getFirst().id();
        library.move(material.id(), Status.PUBLISHED, null, editor);

        assertThatThrownBy(() -> quarantine.accept(material.id(), file, owner)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> quarantine.replace(material.id(), file, Files.named("x.pdf"), owner))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> quarantine.readAgain(material.id(), file, People.contributor()))
                .isInstanceOf(NotAllowedException.class);
        assertThat(quarantine.readAgain(material.id(), file, owner)).isTrue();
    }

    @Test
    void leavesWhatWasRejectedAsHarmfulToAdministrators() {
        Material material = read("Harmful", Outcome.REJECTED, null);
        FileId file = material.files().getFirst().id();

        for (Reader somebody : List.of(owner, editor)) {
            assertThatThrownBy(() -> quarantine.readAgain(material.id(), file, somebody))
                    .isInstanceOf(NotAllowedException.class);
            assertThatThrownBy(() -> quarantine.accept(material.id(), file, somebody))
                    .isInstanceOf(NotAllowedException.class);
        }
        assertThat(
                quarantine.replace(material.id(), file, Files.named("clean.pdf"), owner).files().getFirst().outcome())
                .isEqualTo(Outcome.PENDING);
    }

    private Material read(String title, Outcome outcome, @Nullable String reason) {
        Material made = library.create(Described.titled(title).description(), List.of(Files.named(title + ".pdf")),
                owner);
        library.fileRead(made.id(), made.files().getFirst().id(), 0, brought(outcome, reason));
        return library.find(made.id()).orElseThrow();
    }

    private static ReadFile brought(Outcome outcome, @Nullable String reason) {
        return new ReadFile(outcome, reason, "application/pdf", null, List.of(), null, null, 12, 34_567, "tika-1");
    }
}
