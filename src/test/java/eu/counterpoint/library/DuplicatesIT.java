package eu.counterpoint.library;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.account.Reader;
import eu.counterpoint.file.Passage;
import eu.counterpoint.file.TextSignature;
import eu.counterpoint.library.Duplicate.Likeness;
import eu.counterpoint.testing.MadeTexts;
import eu.counterpoint.testing.WholeApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the library has already, and who is told. */
@WholeApplication
class DuplicatesIT {

    @Autowired
    private Library library;
    @Autowired
    private Duplicates duplicates;
    private final Reader owner = People.contributor();
    private final Reader editor = People.editor();

    @Test
    void tellsOfOtherMaterialsWithTheSameOriginalThosePublishedFirst() {
        Material mine = draft("Mine", Visibility.PUBLIC, owner, "the-same-original.pdf", "another-of-mine.pdf");
        Material draft = draft("My other draft", Visibility.PUBLIC, owner, "the-same-original.pdf");
        Material published = in(Status.PUBLISHED, draft("Published", Visibility.PUBLIC, People.contributor(),
                "the-same-original.pdf", "the-same-original.pdf"));

        assertThat(duplicates.of(mine, owner)).containsExactly(
                new Duplicate(mine.files().getFirst().id(), published.id(), "Published", Status.PUBLISHED,
                        Likeness.SAME_FILE),
                new Duplicate(mine.files().getFirst().id(), draft.id(), "My other draft", Status.DRAFT,
                        Likeness.SAME_FILE));

        library.removeFile(draft.id(), draft.files().getFirst().id(), owner);
        assertThat(duplicates.of(mine, owner)).extracting(Duplicate::material).containsExactly(published.id());
    }

    @Test
    void tellsOfNothingThatItsReaderMayNotSee() {
        Material mine = read(in(Status.PUBLISHED, draft("Asked of", Visibility.PUBLIC, owner, "seen-or-not.pdf")),
                MadeTexts.words(20_000, 500), owner);
        List<Reader> readers = List.of(Reader.VISITOR, owner, People.contributor(), People.vetted(), editor);
        int seen = 0;
        int unseen = 0;
        for (Status status : Status.values()) {
            for (Visibility visibility : Visibility.values()) {
                for (Reader of : List.of(owner, People.contributor())) {
                    Material same = in(status, draft("The same", visibility, of, "seen-or-not.pdf"));
                    Material near = in(status, read(draft("Nearly", visibility, of, status + "." + visibility),
                            MadeTexts.words(20_000, 505), of));
                    for (Reader reader : readers) {
                        List<MaterialId> told = duplicates.of(mine, reader).stream().map(Duplicate::material).toList();
                        List<MaterialId> visible = List.of(same, near).stream().filter(one -> isVisible(one, reader))
                                .map(Material::id).toList();
                        assertThat(told).as("%s %s of %s to %s", status, visibility, of, reader)
                                .containsExactlyInAnyOrderElementsOf(visible);
                        seen += visible.size();
                        unseen += 2 - visible.size();
                    }
                    library.removeFile(same.id(), same.files().getFirst().id(), editor);
                    library.removeFile(near.id(), near.files().getFirst().id(), editor);
                }
            }
        }
        assertThat(seen).isGreaterThan(50);
        assertThat(unseen).isGreaterThan(50);
    }

    @Test
    void tellsOfAtMostFiveMaterialsAFile() {
        Material mine = draft("Mine", Visibility.PUBLIC, owner, "often.pdf", "once.pdf");
        for (int i = 0; i < 8; i++) {
            in(Status.PUBLISHED, draft("Often", Visibility.PUBLIC, owner, "often.pdf"));
        }
        in(Status.PUBLISHED, draft("Once", Visibility.PUBLIC, owner, "once.pdf"));

        Map<FileId, Long> told = duplicates.of(mine, owner).stream()
                .collect(Collectors.groupingBy(Duplicate::file, Collectors.counting()));
        assertThat(told).isEqualTo(Map.of(mine.files().get(0).id(), 5L, mine.files().get(1).id(), 1L));
    }

    @Test
    void tellsOfNearlyTheSameTextTheLikestFirst() {
        String text = MadeTexts.words(30_000, 2_000);
        Material mine = read(draft("Mine", Visibility.PUBLIC, owner, "near-mine.docx"), text, owner);
        Material alike = read(draft("With an annex", Visibility.PUBLIC, owner, "near-annex.pdf"),
                text + MadeTexts.words(30_001, 180), owner);
        Material same = read(draft("As a PDF", Visibility.PUBLIC, owner, "near-same.pdf"), text, owner);
        read(draft("Half of it", Visibility.PUBLIC, owner, "near-half.pdf"), MadeTexts.words(30_000, 1_000), owner);
        read(draft("Another", Visibility.PUBLIC, owner, "near-other.pdf"), MadeTexts.words(30_002, 2_000), owner);

        assertThat(duplicates.of(mine, owner)).extracting(Duplicate::material).containsExactly(same.id(), alike.id());
        assertThat(duplicates.of(mine, owner)).extracting(Duplicate::likeness)
                .containsOnly(Likeness.NEARLY_SAME_TEXT);
        assertThat(duplicates.of(alike, owner)).extracting(Duplicate::material).contains(mine.id(), same.id());
    }

    @Test
    void followsTheTextOfAFileThatIsReplacedAndReadAgain(@Autowired Quarantine quarantine) {
        String text = MadeTexts.words(40_000, 400);
        Material mine = read(draft("Mine", Visibility.PUBLIC, owner, "follows-mine.pdf"), text, owner);
        Material other = read(draft("Other", Visibility.PUBLIC, owner, "follows-other.pdf"), text, owner);
        FileId file = other.files().getFirst().id();
        assertThat(duplicates.of(mine, owner)).hasSize(1);

        quarantine.replace(other.id(), file, Files.named("follows-new.pdf"), owner);
        assertThat(duplicates.of(mine, owner)).as("until it was read").isEmpty();
        library.fileRead(other.id(), file, 1, brought(MadeTexts.words(40_001, 400)));
        assertThat(duplicates.of(mine, owner)).as("another text").isEmpty();
        library.fileRead(other.id(), file, 1, brought(text));
        assertThat(duplicates.of(mine, owner)).extracting(Duplicate::material).containsExactly(other.id());
    }

    private boolean isVisible(Material material, Reader reader) {
        try {
            library.visible(material.id(), reader);
            return true;
        } catch (MaterialNotFoundException | MaterialWithdrawnException e) {
            return false;
        }
    }

    private Material draft(String title, Visibility visibility, Reader of, String... files) {
        List<NewFile> originals = new ArrayList<>();
        for (String file : files) {
            originals.add(Files.named(file));
        }
        return library.create(new Described(Described.titled(title).description()).visibility(visibility), originals,
                of);
    }

    private Material read(Material material, String text, Reader of) {
        library.fileRead(material.id(), material.files().getFirst().id(), 0, brought(text));
        return library.visible(material.id(), of);
    }

    private static ReadFile brought(String text) {
        return new ReadFile(Outcome.EXTRACTED, null, "application/pdf", null, List.of(), null, null, 12,
                text.length(), "tika-1", null,
                TextSignature.of(List.of(new Passage(0, 1, null, text))).orElseThrow());
    }

    private Material in(Status status, Material draft) {
        return switch (status) {
            case DRAFT -> draft;
            case SUBMITTED, PUBLISHED -> library.move(draft.id(), status, null, editor);
            case CHANGES_REQUESTED -> {
                library.move(draft.id(), Status.SUBMITTED, null, editor);
                yield library.move(draft.id(), status, "Which year?", editor);
            }
            case WITHDRAWN -> {
                library.move(draft.id(), Status.PUBLISHED, null, editor);
                yield library.move(draft.id(), status, "At the author's wish.", editor);
            }
        };
    }
}
