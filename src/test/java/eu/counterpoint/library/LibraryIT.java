package eu.counterpoint.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.counterpoint.account.Reader;
import eu.counterpoint.library.HistoryEntry.Step;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.vocabulary.Scheme;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.SessionEventListener;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Editing the catalogue. The way of a material and who sees it: {@link LifecycleIT}; files: {@link MaterialFilesIT}. */
@WholeApplication
class LibraryIT {

    @Autowired
    private Library library;
    @Autowired
    private PlatformTransactionManager transactions;
    @Autowired
    private EntityManager entities;
    private final Reader owner = People.contributor();
    private final Reader editor = People.editor();

    @Test
    void givesBackWhatWasDescribed() {
        Description description = new Description("Exit work <b>after</b> prison", "Line one\nLine two 😀",
                Described.titled("").concepts(Scheme.COUNTRY, "GR", "AT").concepts(), 2021, "Σύλλογος",
                List.of("Zoë", "Adam"), "Two peers", "https://example.org/a?b=c", Visibility.VETTED, Consent.ON_FILE,
                "To share practice", new Gammma("goal", "audience", "message", "messenger", "media", "action", "+"));

        Material made = library.create(description, owner);

        assertThat(made.description()).isEqualTo(description);
        assertThat(made.status()).isEqualTo(Status.DRAFT);
        assertThat(made.revision()).isEqualTo(1);
        assertThat(made.id().value()).matches("[0-9a-hjkmnp-tv-z]{10}");
        assertThat(library.find(made.id())).contains(made);
    }

    @Test
    void cleansWhatPeopleType() {
        Description typed = Described.titled("  Two\r\nlines\u202E \u0000and  spaces ").summary("one\r\ntwo\u0007");

        Description kept = library.create(typed, owner).description();

        assertThat(kept.title()).isEqualTo("Two lines and spaces");
        assertThat(kept.summary()).isEqualTo("one\ntwo");
    }

    @Test
    void knowsConceptsByTheVocabularysOwnIds() {
        Material made = library.create(Described.titled("Greece").concepts(Scheme.COUNTRY, "EL", "gr", " AT", ""),
                owner);

        assertThat(made.description().all(Scheme.COUNTRY)).containsExactly("GR", "AT");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        Description wrong = new Described(
                new Described(Described.titled("x".repeat(501)).concepts(Scheme.THEME, "no-such-theme", "education"))
                        .link("javascript:alert(1)"))
                .year(1805);

        assertThatThrownBy(() -> library.create(wrong, owner)).isInstanceOfSatisfying(
                InvalidDescriptionException.class,
                refusal -> assertThat(refusal.problems()).extracting(InvalidDescriptionException.Problem::field)
                        .containsExactlyInAnyOrder("title", "themes", "year", "link"));
        assertThatThrownBy(() -> library
                .create(Described.titled("Two kinds").concepts(Scheme.KIND, "case-study", "campaign"), owner))
                .hasMessageContaining("library.invalid.only-one");
    }

    @Test
    void keepsAnEditAndCountsIt() {
        Material made = library.create(Described.titled("Before").description(), owner);

        Material edited = library.describe(made.id(), made.revision(), Described.titled("After").year(null), owner);

        assertThat(edited.description()).isEqualTo(Described.titled("After").year(null));
        assertThat(edited.revision()).isEqualTo(made.revision() + 1);
        assertThat(edited.version()).isGreaterThan(made.version());
        assertThat(library.find(made.id())).contains(edited);
    }

    @Test
    void countsNoEditThatChangesNothing() {
        Material made = library.create(Described.titled("The same").description(), owner);

        Material edited = library.describe(made.id(), made.revision(), Described.titled("The same ").description(),
                owner);

        assertThat(edited).isEqualTo(made);
        assertThat(library.history(made.id())).hasSize(1);
    }

    @Test
    void refusesAnEditOfAnOldRevision() {
        Material made = library.create(Described.titled("First").description(), owner);
        library.describe(made.id(), 1, Described.titled("Second").description(), owner);

        assertThatThrownBy(() -> library.describe(made.id(), 1, Described.titled("Third").description(), owner))
                .isInstanceOf(StaleRevisionException.class);
        assertThat(library.find(made.id()).orElseThrow().description().title()).isEqualTo("Second");
    }

    @Test
    void letsOneOfManyEditorsOfTheSameRevisionWin() throws Exception {
        Material made = library.create(Described.titled("Contested").description(), owner);

        List<Object> outcomes = atOnce(IntStream.range(0, 6).<Callable<Object>>mapToObj(
                number -> () -> library.describe(made.id(), 1, Described.titled("By " + number).description(), editor))
                .toList());

        assertThat(outcomes).filteredOn(Material.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(StaleRevisionException.class::isInstance).hasSize(5);
        assertThat(library.find(made.id()).orElseThrow().revision()).isEqualTo(2);
    }

    @Test
    void losesNoneOfManyChangesAtOnce() throws Exception {
        Material made = library.create(Described.titled("Many files").description(), owner);

        List<Object> outcomes = atOnce(IntStream.range(0, 8).<Callable<Object>>mapToObj(
                number -> () -> library.addFiles(made.id(), List.of(Files.named(number + ".pdf")), owner)).toList());

        assertThat(outcomes).allMatch(Material.class::isInstance);
        Material changed = library.find(made.id()).orElseThrow();
        assertThat(changed.files()).hasSize(8);
        assertThat(changed.version()).isEqualTo(made.version() + 8);
        assertThat(changed.revision()).isEqualTo(made.revision());
    }

    @Test
    void seesWhatOthersChangedAfterItWasReadInTheSameTransaction() {
        Material made = library.create(Described.titled("Read early").description(), owner);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            library.find(made.id());
            try (ExecutorService others = Executors.newSingleThreadExecutor()) {
                others.submit(
                        () -> library.describe(made.id(), 1, Described.titled("Meanwhile").description(), editor));
            }
            Material changed = library.addFiles(made.id(), List.of(Files.named("a.pdf")), owner);
            assertThat(changed.description().title()).isEqualTo("Meanwhile");
            assertThat(changed.revision()).isEqualTo(2);
        });
        assertThat(library.find(made.id()).orElseThrow().description().title()).isEqualTo("Meanwhile");
    }

    @Test
    void keepsNothingOfATransactionThatFails() {
        List<MaterialId> made = new ArrayList<>();

        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            made.add(library.create(Description.EMPTY, List.of(Files.named("a.pdf")), owner).id());
            throw new IllegalStateException("The job could not be written");
        })).hasMessage("The job could not be written");

        assertThat(library.find(made.getFirst())).isEmpty();
    }

    @Test
    void tellsWhatHappenedToAMaterial() {
        Material made = library.create(Described.titled("Traced").description(), owner);
        library.describe(made.id(), 1, new Described(Described.titled("Traced well").year(2020)).description(), editor);
        library.addFiles(made.id(), List.of(Files.named("a.pdf")), owner);
        library.move(made.id(), Status.SUBMITTED, null, owner);
        library.move(made.id(), Status.CHANGES_REQUESTED, "Please name the year.", editor);

        assertThat(library.history(made.id())).extracting(HistoryEntry::step).containsExactly(Step.CREATED,
                Step.DESCRIBED, Step.FILES_ADDED, Step.MOVED, Step.MOVED);
        HistoryEntry edit = library.history(made.id()).get(1);
        assertThat(edit.by()).isEqualTo(editor.account());
        assertThat(edit.fields()).containsExactly("title", "year");
        assertThat(edit.revision()).isEqualTo(2);
        HistoryEntry last = library.history(made.id()).getLast();
        assertThat(last.status()).isEqualTo(Status.CHANGES_REQUESTED);
        assertThat(last.note()).isEqualTo("Please name the year.");
    }

    @Test
    void listsAPersonsMaterialsLastChangedFirst() {
        List<MaterialId> made = Stream.of("one", "two", "three")
                .map(title -> library.create(Described.titled(title).description(), owner).id()).toList();
        library.describe(made.getFirst(), 1, Described.titled("one again").description(), owner);

        assertThat(library.ownedBy(owner, PageRequest.of(0, 2))).extracting(material -> material.description().title())
                .containsExactly("one again", "three");
        assertThat(library.ownedBy(owner, PageRequest.of(1, 2))).extracting(material -> material.description().title())
                .containsExactly("two");
        assertThat(library.ownedBy(owner, PageRequest.of(0, 2)).getTotalElements()).isEqualTo(3);
    }

    @Test
    void readsAPageOfMaterialsInAFewQuestionsToTheDatabase() {
        IntStream.range(0, 20).forEach(number -> library.create(Described.titled("Page " + number).description(),
                List.of(Files.named(number + ".pdf"), Files.named(number + ".docx")), owner));
        AtomicInteger questions = new AtomicInteger();

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            entities.unwrap(Session.class).addEventListeners(new SessionEventListener() {

                @Override
                public void jdbcExecuteStatementStart() {
                    questions.incrementAndGet();
                }
            });
            assertThat(library.ownedBy(owner, PageRequest.of(0, 15))).hasSize(15)
                    .allMatch(material -> material.files().size() == 2);
        });

        assertThat(questions).hasValueBetween(2, 5);
    }

    @Test
    void listsWhatWaitsLongestFirst() {
        List<MaterialId> submitted = Stream.of("one", "two").map(title -> {
            MaterialId id = library.create(Described.titled(title).description(), owner).id();
            return library.move(id, Status.SUBMITTED, null, owner).id();
        }).toList();
        library.describe(submitted.getFirst(), 2, Described.titled("edited while waiting").description(), editor);

        assertThat(library.in(Status.SUBMITTED, PageRequest.of(0, 1000))).extracting(Material::id)
                .containsSubsequence(submitted);
    }

    @Test
    void walksThroughEverythingPublishedOnce() {
        List<MaterialId> published = IntStream.range(0, 7).mapToObj(number -> library
                .move(library.create(Described.titled("Walk " + number).description(), editor).id(), Status.PUBLISHED,
                        null, editor)
                .id()).toList();
        MaterialId draft = library.create(Described.titled("Not yet").description(), editor).id();

        List<MaterialId> met = new ArrayList<>();
        List<MaterialId> some = library.publishedAfter(null, 3);
        while (!some.isEmpty()) {
            met.addAll(some);
            some = library.publishedAfter(some.getLast(), 3);
        }

        assertThat(met).doesNotHaveDuplicates().containsAll(published).doesNotContain(draft);
        assertThat(library.findAll(published)).extracting(Material::id).containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void makesAStarterRecordOnce() {
        MaterialId id = new MaterialId("starter-" + MaterialIds.next());
        Material first = library.createStarter(id, Described.titled("Starter").description(), editor);
        library.describe(id, 1, Described.titled("Edited").description(), editor);

        Material again = library.createStarter(id, Described.titled("Starter").description(), editor);

        assertThat(first.starter()).isTrue();
        assertThat(again.description().title()).isEqualTo("Edited");
    }

    @Test
    void takesNothingFromWhoHasNotSignedIn() {
        long before = library.ownedBy(owner, PageRequest.of(0, 1)).getTotalElements();

        assertThatThrownBy(() -> library.create(Described.titled("Nobody's").description(), Reader.VISITOR))
                .isInstanceOf(NotAllowedException.class);
        assertThat(before).isZero();
    }

    private static List<Object> atOnce(List<Callable<Object>> tasks) throws Exception {
        List<Object> outcomes = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(tasks.size())) {
            for (Future<Object> each : people.invokeAll(tasks)) {
                outcomes.add(each.state() == Future.State.FAILED ? each.exceptionNow() : each.resultNow());
            }
        }
        return outcomes;
    }
}
