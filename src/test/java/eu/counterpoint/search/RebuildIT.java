package eu.counterpoint.search;

import static eu.counterpoint.search.Shelf.described;
import static eu.counterpoint.search.Shelf.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import eu.counterpoint.account.AccountId;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.file.Sha256;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.NotAllowedException;
import eu.counterpoint.library.Status;
import eu.counterpoint.meaning.SentenceModel;
import eu.counterpoint.search.RebuildState.Problem;
import eu.counterpoint.search.RebuildState.Reason;
import eu.counterpoint.search.RebuildState.Stage;
import eu.counterpoint.testing.WholeApplication;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplication
@Tag("in-production")
class RebuildIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private Shelf shelf;
    @Autowired
    private Search search;
    @Autowired
    private SearchIndex index;
    @Autowired
    private Library library;
    @Autowired
    private ElasticsearchClient client;
    @Autowired
    private Scheduler jobs;
    @Value("${counterpoint.file.folder}")
    private Path files;

    @BeforeEach
    void shelf(@Autowired ApplicationContext application) {
        shelf = new Shelf(application);
        awaitTheEnd();
        awaitOnePair();
    }

    @Test
    void fillsANewIndexWhileSearchesAndChangesGoOn() throws IOException {
        String word = word();
        String late = word();
        Material kept = shelf.publish(described("Kept", ""), "Text " + word);
        Material withdrawn = shelf.publish(described("Withdrawn", ""), "Text " + word);
        shelf.awaitFound(word, 2);
        Set<String> before = indices();

        assertThat(index.startRebuild(shelf.editor())).isTrue();
        assertThat(index.startRebuild(shelf.editor())).as("a second one meanwhile").isFalse();
        await().atMost(PATIENCE).until(() -> indices().size() == before.size() + 2);
        library.move(withdrawn.id(), Status.WITHDRAWN, "A test", shelf.editor());
        shelf.publish(described("Late", ""), "Text " + late);
        do {
            assertThat(search.search(SearchQuery.of(word), Reader.VISITOR).total()).isPositive();
        } while (index.rebuild(shelf.editor()).running());

        IndexState state = index.state(shelf.editor());
        assertThat(state.rebuild()).returns(Stage.DONE, RebuildState::stage).returns(Reason.ASKED, RebuildState::reason)
                .returns(100, RebuildState::percent);
        assertThat(state.rebuild().rebuiltAt()).isEqualTo(state.rebuild().finishedAt())
                .isAfter(state.rebuild().askedAt());
        assertThat(state.records()).isPositive();
        assertThat(state.passages()).isPositive();
        assertThat(state.current()).isTrue();
        awaitOnePair();
        assertThat(indices()).doesNotContainAnyElementsOf(before);
        assertThat(shelf.awaitFound(word, 1).hits().getFirst().id()).isEqualTo(kept.id());
        assertThat(shelf.awaitPassage(late).passages()).hasSize(1);
        assertThat(shelf.awaitPassage(word).passages()).hasSize(1);
    }

    @Test
    void fillsAnIndexThatIsGone() throws IOException {
        String word = word();
        shelf.publish(described("Still in the catalogue", ""), "Text " + word);
        shelf.awaitFound(word, 1);
        List<String> gone = List.copyOf(indices());
        client.indices().delete(d -> d.index(gone));

        // Whoever uses the index next notices that it is new and empty.
        library.move(shelf.publish(described("Something new", "")).id(), Status.WITHDRAWN, "A test", shelf.editor());
        shelf.awaitFound(word, 1);
        assertThat(index.rebuild(shelf.editor()).reason()).isEqualTo(Reason.LOST);
    }

    @Test
    void beginsByItselfWhenTheLayoutIsAnother(@Autowired RebuildJobs rebuilds) throws IOException {
        String word = word();
        shelf.publish(described("Of another layout", ""), "Text " + word);
        shelf.awaitFound(word, 1);
        for (IndexKind kind : IndexKind.values()) {
            String old = kind.alias() + "-00000000-old";
            String now = client.indices().getAlias(a -> a.name(kind.alias())).aliases().keySet().iterator().next();
            client.indices().create(c -> c.index(old).withJson(new StringReader(kind.definition())));
            client.indices().updateAliases(u -> u.actions(a -> a.removeIndex(r -> r.index(now)))
                    .actions(a -> a.add(add -> add.index(old).alias(kind.alias()))));
        }
        assertThat(index.state(shelf.editor()).current()).isFalse();

        rebuilds.checkSoon();
        shelf.awaitFound(word, 1);
        awaitTheEnd();
        assertThat(index.state(shelf.editor()).current()).isTrue();
        assertThat(index.rebuild(shelf.editor()).reason()).isEqualTo(Reason.LAYOUT);
        awaitOnePair();
    }

    @Test
    void saysWhyItFailedKeepsTheOldIndexAndCanBeginAgain() throws IOException {
        String word = word();
        Material material = shelf.publish(described("Hard to read", ""), "Text " + word);
        shelf.awaitFound(word, 1);
        Set<String> before = indices();
        Path text = keptText(material.files().getFirst().sha256());
        byte[] whole = Files.readAllBytes(text);
        Files.write(text, new byte[]{1, 2, 3});
        try {
            assertThat(index.startRebuild(shelf.editor())).isTrue();
            awaitTheEnd();
            assertThat(index.rebuild(shelf.editor())).returns(Stage.FAILED, RebuildState::stage)
                    .returns(Problem.TEXT_UNREADABLE, RebuildState::problem);
            assertThat(indices()).isEqualTo(before);
            assertThat(shelf.awaitFound(word, 1).hits()).hasSize(1);
        } finally {
            Files.write(text, whole);
        }
        assertThat(index.startRebuild(shelf.editor())).isTrue();
        awaitTheEnd();
        assertThat(index.rebuild(shelf.editor())).returns(Stage.DONE, RebuildState::stage).returns(null,
                RebuildState::problem);
        assertThat(shelf.awaitPassage(word).passages()).hasSize(1);
    }

    @Test
    void findsWhatIsDifferentInANewIndex(@Autowired Indices indices, @Autowired IndexFill fill,
            @Autowired Indexer indexer, @Autowired IndexCheck check, @Autowired JdbcClient database) throws Exception {
        Material material = shelf.publish(described("Compared", ""), "One page\fand another");
        shelf.awaitFound("compared", 1);
        // What was changed a moment ago may differ.
        database.sql("update materials set changed_at = :past")
                .param("past", OffsetDateTime.now(ZoneOffset.UTC).minusHours(1)).update();
        IndexPair next = indices.createNext();
        try {
            indexer.settle(next, fill.fill(next, (materials, work) -> {}), more -> {});
            check.check(next);
            String second = FileKey.of(material).getFirst() + "-1";
            client.delete(d -> d.index(next.passages()).id(second).refresh(Refresh.True));
            assertThatThrownBy(() -> check.check(next)).isInstanceOf(RebuildFailedException.class)
                    .hasMessage(material.id() + " has 2 passages, but 1 are in the new index");
            client.index(i -> i.index(next.materials()).id("left-behind").document(Map.of("title", "Left behind")));
            assertThatThrownBy(() -> check.check(next)).isInstanceOf(RebuildFailedException.class)
                    .hasMessageContaining("records are published, but");
        } finally {
            indices.drop(next);
        }
    }

    @Test
    void leavesNothingOfAFileThatWasRemovedWhileTheIndexWasFilled(@Autowired Indices indices, @Autowired IndexFill fill,
            @Autowired Indexer indexer, @Autowired IndexWriter writer, @Autowired JdbcClient database) {
        Material material = shelf.publish(described("Changed twice", ""), "One file");
        shelf.addFile(material.id(), "Another");
        Material both = library.find(material.id()).orElseThrow();
        shelf.awaitFound("twice", 1);
        IndexPair next = indices.createNext();
        try {
            // The job of a first change comes before the turn of the material, that of a second one after it.
            indexer.fill(next, List.of(material.id()));
            database.sql("delete from material_files where id = :file")
                    .param("file", both.files().getFirst().id().value()).update();
            database.sql("update materials set version = version + 1, changed_at = :now where id = :id")
                    .param("now", OffsetDateTime.now(ZoneOffset.UTC)).param("id", material.id().value()).update();
            List<MaterialId> changed = fill.fill(next, (materials, work) -> {});
            List<Integer> told = new ArrayList<>();
            indexer.settle(next, changed, told::add);
            assertThat(told.stream().mapToInt(Integer::intValue).sum()).isEqualTo(changed.size());
            writer.showPassages(next);
            assertThat(writer.passageKeys(next, List.of(material.id())))
                    .containsExactly(FileKey.of(both).getLast().toString());
        } finally {
            indices.drop(next);
        }
    }

    @Test
    void findsInTheNewIndexWhatWasFoundAMomentAgo(@Autowired Indices indices, @Autowired IndexFill fill,
            @Autowired Indexer indexer) {
        IndexPair next = indices.createNext();
        indices.waitUntilNoticed();
        indexer.settle(next, fill.fill(next, (materials, work) -> {}), more -> {});
        indices.open(next);
        String word = word();
        shelf.publish(described("Just in time", ""), "Text " + word);
        shelf.awaitPassage(word);

        Set<String> old = indexer.switchTo(next);
        Hit found = search.search(SearchQuery.of(word), Reader.VISITOR).hits().getFirst();

        assertThat(found.passages()).hasSize(1);
        indices.drop(old);
    }

    @Test
    void isForAdministratorsOnly() {
        Reader editor = new Reader(new AccountId(2), "Edi", Role.EDITOR, true);
        assertThatThrownBy(() -> index.startRebuild(editor)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> index.state(editor)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> index.rebuild(Reader.VISITOR)).isInstanceOf(NotAllowedException.class);
    }

    /** Another instance may have looked whether a rebuild is needed; this one has to know all the same. */
    @Test
    void knowsByItselfThatAnIndexOfAnotherLayoutIsSearched(@Autowired Indices indices, @Autowired Engine engine,
            @Autowired SentenceModel model, @Autowired ApplicationEventPublisher events,
            @Autowired Environment environment) {
        IndexLayout newer = new IndexLayout(model) {
            @Override
            boolean isPresent(IndexKind kind, String index) {
                return false;
            }
        };

        assertThat(new Indices(engine, newer, events, environment).wasOutdated()).isTrue();
        assertThat(indices.wasOutdated()).isFalse();
    }

    /** Nor is one about to begin: the look at an empty index with which the application starts may come late. */
    private void awaitTheEnd() {
        await().atMost(PATIENCE).ignoreExceptionsInstanceOf(TaskInstanceException.class).until(() -> {
            hasten(RebuildJobs.CHECK);
            return jobs.getScheduledExecutionsForTask(RebuildJobs.CHECK.getTaskName(), Object.class,
                    ScheduledExecutionsFilter.all()).isEmpty() && !index.rebuild(shelf.editor()).running();
        });
    }

    /**
     * Until nothing is left of what was searched before, here or in another class's test. Its job lets it stay for the last
     * searches; there are none, so it need not wait.
     */
    private void awaitOnePair() {
        await().atMost(PATIENCE).ignoreExceptionsInstanceOf(TaskInstanceException.class).until(() -> {
            hasten(RebuildJobs.DROP);
            return indices().size() == 2;
        });
    }

    /** Jobs that would begin later begin now. */
    private void hasten(TaskDescriptor<?> task) {
        for (var job : jobs.getScheduledExecutionsForTask(task.getTaskName())) {
            if (job.getExecutionTime().isAfter(Instant.now())) {
                jobs.reschedule(job.getTaskInstance(), Instant.now());
                jobs.triggerCheckForDueExecutions();
            }
        }
    }

    private Path keptText(Sha256 sha256) throws IOException {
        try (Stream<Path> walk = Files.walk(files.resolve("texts"))) {
            return walk.filter(file -> file.getFileName().toString().startsWith(sha256.hex())).findFirst()
                    .orElseThrow();
        }
    }

    private Set<String> indices() throws IOException {
        return client.indices().get(g -> g.index("counterpoint-*")).indices().keySet();
    }
}
