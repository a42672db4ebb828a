package eu.counterpoint.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.counterpoint.account.Reader;
import eu.counterpoint.library.HistoryEntry.Step;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.vocabulary.Scheme;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files of a material, and what they fill in. */
@WholeApplication
class MaterialFilesIT {

    @Autowired
    private Library library;
    @Autowired
    private Quarantine quarantine;
    private final Reader owner = People.contributor();
    private final Reader editor = People.editor();

    @Test
    void waitToBeRead() {
        Material made = library.create(Described.titled("With files").description(),
                List.of(Files.named("one.pdf"), Files.named("../two.pdf")), owner);

        assertThat(made.files()).extracting(MaterialFile::name).containsExactly("one.pdf", "two.pdf");
        assertThat(made.files()).extracting(MaterialFile::outcome).containsOnly(Outcome.PENDING);
        assertThat(library.find(made.id())).contains(made);
    }

    @Test
    void keepWhatReadingThemBrought() {
        Material made = library.create(Described.titled("Read").description(), List.of(Files.named("one.pdf")), owner);
        FileId file = made.files().getFirst().id();

        library.fileRead(made.id(), file, 0, new ReadFile(Outcome.TRUNCATED, "too-long", "application/pdf", "Title",
                List.of("Author"), 2001, "fr", 12, 34_567, "tika-1"));

        Material read = library.find(made.id()).orElseThrow();
        assertThat(read.file(file).orElseThrow()).extracting(MaterialFile::outcome, MaterialFile::reason,
                MaterialFile::language, MaterialFile::pages, MaterialFile::characters, MaterialFile::extractor)
                .containsExactly(Outcome.TRUNCATED, "too-long", "fr", 12, 34_567L, "tika-1");
        assertThat(read.version()).isGreaterThan(made.version());
        assertThat(read.revision()).isEqualTo(made.revision());

        quarantine.putBack(made.id(), List.of(file), null);
        assertThat(library.find(made.id()).orElseThrow().file(file).orElseThrow().outcome()).isEqualTo(Outcome.PENDING);
    }

    @Test
    void changeNothingThatSomebodyStated() {
        Description stated = Described.titled("My title").concepts(Scheme.LANGUAGE, "de");
        Material made = library.create(stated, List.of(Files.named("one.pdf")), owner);

        library.fileRead(made.id(), made.files().getFirst().id(), 0, read("Another title", 2001, "fr"));

        assertThat(library.find(made.id()).orElseThrow().description()).isEqualTo(stated);
        assertThat(library.history(made.id())).extracting(HistoryEntry::step).containsExactly(Step.CREATED);
    }

    @Test
    void fillInWhatNobodyStated() {
        Material made = library.create(Description.EMPTY, List.of(Files.named("ran_paper-2019.final.pdf")), owner);
        assertThat(made.description().title()).isEqualTo("ran_paper-2019.final");

        library.fileRead(made.id(), made.files().getFirst().id(), 0, read(" The paper's\nown title ", 2001, "FR"));

        Description filled = library.find(made.id()).orElseThrow().description();
        assertThat(filled.title()).isEqualTo("The paper's own title");
        assertThat(filled.authors()).containsExactly("Author");
        assertThat(filled.year()).isEqualTo(2001);
        assertThat(filled.one(Scheme.LANGUAGE)).isEqualTo("fr");
        HistoryEntry trace = library.history(made.id()).getLast();
        assertThat(trace.step()).isEqualTo(Step.FILLED_IN);
        assertThat(trace.by()).isNull();
        assertThat(trace.fields()).containsExactly("title", "language", "year", "authors");
    }

    @Test
    void fillInNoNonsense() {
        Material made = library.create(Description.EMPTY, List.of(Files.named("scan.pdf")), owner);

        library.fileRead(made.id(), made.files().getFirst().id(), 0,
                new ReadFile(Outcome.EXTRACTED, null, "application/pdf", " \u0000- 1 -", List.of(" ", "x".repeat(900)),
                        12, "tlh", 1, 5, "tika-1"));

        Description filled = library.find(made.id()).orElseThrow().description();
        assertThat(filled.title()).isEqualTo("scan");
        assertThat(filled.year()).isNull();
        assertThat(filled.all(Scheme.LANGUAGE)).isEmpty();
        assertThat(filled.authors()).singleElement().asString().hasSize(200);
    }

    @Test
    void giveATitleAndNoNamesToWhatAnEditorPublishedWithAFileAlone() {
        Material made = library.create(Description.EMPTY, List.of(Files.named("report.pdf")), editor);
        library.move(made.id(), Status.PUBLISHED, null, editor);

        library.fileRead(made.id(), made.files().getFirst().id(), 0, read("The report", 2001, "fr"));

        Description filled = library.find(made.id()).orElseThrow().description();
        assertThat(filled.title()).isEqualTo("The report");
        assertThat(filled.one(Scheme.LANGUAGE)).isEqualTo("fr");
        assertThat(filled.authors()).isEmpty();
    }

    @Test
    void leaveAPublishedDescriptionAlone() {
        Material made = library.create(new Described(Description.EMPTY).title("Stated"),
                List.of(Files.named("report.pdf")), editor);
        library.move(made.id(), Status.PUBLISHED, null, editor);

        library.fileRead(made.id(), made.files().getFirst().id(), 0, read("The report", 2001, "fr"));

        assertThat(library.find(made.id()).orElseThrow().description()).isEqualTo(made.description());
    }

    @Test
    void doNotTakeATitleBackThatSomebodyWrote() {
        Material made = library.create(Description.EMPTY, List.of(Files.named("report.pdf")), owner);
        library.describe(made.id(), 1, new Described(made.description()).title("Written by hand"), owner);

        library.fileRead(made.id(), made.files().getFirst().id(), 0, read("The report", 2001, "fr"));

        assertThat(library.find(made.id()).orElseThrow().description().title()).isEqualTo("Written by hand");
    }

    @Test
    void giveTheTitleOfTheFirstOneOnly() {
        Material made = library.create(Description.EMPTY, List.of(Files.named("report.pdf"), Files.named("annex.pdf")),
                owner);

        library.fileRead(made.id(), made.files().getLast().id(), 0, read("The annex", 2001, "fr"));
        assertThat(library.find(made.id()).orElseThrow().description().title()).isEqualTo("report");
        library.fileRead(made.id(), made.files().getFirst().id(), 0, read("The report", 2001, "fr"));
        assertThat(library.find(made.id()).orElseThrow().description().title()).isEqualTo("The report");
    }

    @Test
    void takeTheLanguageThatAPersonStates() {
        Material made = library.create(Described.titled("In German").description(), List.of(Files.named("one.pdf")),
                owner);
        FileId file = made.files().getFirst().id();
        library.fileRead(made.id(), file, 0, read("Title", 2001, "nl"));
        Material read = library.find(made.id()).orElseThrow();

        Material corrected = library.correctLanguage(made.id(), file, "DE", owner);

        assertThat(corrected.file(file).orElseThrow()).extracting(MaterialFile::language,
                MaterialFile::detectedLanguage, MaterialFile::statedLanguage).containsExactly("de", "nl", "de");
        assertThat(corrected.version()).isGreaterThan(read.version());
        assertThat(corrected.revision()).isEqualTo(read.revision());
        assertThat(library.find(made.id())).contains(corrected);
        HistoryEntry trace = library.history(made.id()).getLast();
        assertThat(trace.step()).isEqualTo(Step.LANGUAGE_CORRECTED);
        assertThat(trace.by()).isEqualTo(owner.account());
        assertThat(trace.fields()).containsExactly("one.pdf");
        assertThat(library.correctLanguage(made.id(), file, "de", owner).version()).isEqualTo(corrected.version());

        library.fileRead(made.id(), file, 0, read("Title", 2001, "af"));
        assertThat(library.find(made.id()).orElseThrow().file(file).orElseThrow().language()).isEqualTo("de");

        library.fileRead(made.id(), file, 0, read("Title", 2001, "nl"));
        assertThat(library.correctLanguage(made.id(), file, "nl", editor).file(file).orElseThrow().statedLanguage())
                .isNull();
    }

    @Test
    void takeOnlyALanguageThatTheLibraryKnowsAndOnlyFromThoseWhoMayEdit() {
        Material made = library.create(Described.titled("In German").description(), List.of(Files.named("one.pdf")),
                owner);
        FileId file = made.files().getFirst().id();

        for (String odd : List.of("xx", "german", "", " ")) {
            assertThatThrownBy(() -> library.correctLanguage(made.id(), file, odd, owner)).as(odd)
                    .isInstanceOf(InvalidDescriptionException.class);
        }
        assertThatThrownBy(() -> library.correctLanguage(made.id(), file, "de", People.contributor()))
                .isInstanceOf(MaterialNotFoundException.class);
        assertThatThrownBy(() -> library.correctLanguage(made.id(), new FileId(-1), "de", owner))
                .isInstanceOf(MaterialNotFoundException.class);
        library.move(made.id(), Status.PUBLISHED, null, editor);
        assertThatThrownBy(() -> library.correctLanguage(made.id(), file, "de", owner))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void areTakenOff() {
        Material made = library.create(Described.titled("Two files").description(),
                List.of(Files.named("one.pdf"), Files.named("two.pdf")), owner);
        FileId first = made.files().getFirst().id();

        Material without = library.removeFile(made.id(), first, owner);

        assertThat(without.files()).extracting(MaterialFile::name).containsExactly("two.pdf");
        assertThat(library.find(made.id())).contains(without);
        assertThat(library.history(made.id()).getLast().fields()).containsExactly("one.pdf");
        assertThatThrownBy(() -> library.removeFile(made.id(), first, owner))
                .isInstanceOf(MaterialNotFoundException.class);
        assertThatCode(() -> library.fileRead(made.id(), first, 0, read("Late", null, null)))
                .doesNotThrowAnyException();
        assertThatCode(() -> library.fileRead(MaterialIds.next(), first, 0, read("Late", null, null)))
                .doesNotThrowAnyException();
    }

    private static ReadFile read(String title, @Nullable Integer year, @Nullable String language) {
        return new ReadFile(Outcome.EXTRACTED, null, "application/pdf", title, List.of("Author"), year, language, 12,
                34_567, "tika-1");
    }
}
