package eu.counterpoint.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import eu.counterpoint.account.Reader;
import eu.counterpoint.search.RebuildState.Stage;
import eu.counterpoint.testing.BesideOthers;
import eu.counterpoint.testing.RestClient;
import eu.counterpoint.testing.WholeApplication;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * A rebuild while people search and change things, of a library of its own. {@code mvn -B test -Dtest=RebuildLoadIT
 * -Dmaterials=100000} does the same with as many, and prints how it went; {@code -Dmeaning=true} with vectors, of texts a tenth as
 * long, for else the model alone would be busy for long.
 */
@Tag("once")
@WholeApplication
@BesideOthers
@TestPropertySource(properties = {"spring.application.name=counterpoint-under-load",
        "counterpoint.meaning.enabled=${meaning:false}"})
@DirtiesContext
class RebuildLoadIT {

    private static final int MATERIALS = Integer.getInteger("materials", 400);
    private static final boolean MEANING = Boolean.getBoolean("meaning");
    private static final Duration PATIENCE = Duration.ofHours(1);
    /** How far from the truth the progress may be, in per cent. What was changed before its turn is there without being counted: of a small library that is a larger part. */
    private static final double TRUE_TO = MATERIALS < 2_000 ? 12 : 5;

    @Autowired
    private ApplicationContext application;
    @Autowired
    private SearchIndex index;
    @Autowired
    private Search search;
    @Autowired
    private ElasticsearchClient engine;
    @Autowired
    private VectorQueue vectors;
    @Autowired
    private JdbcClient database;
    @LocalServerPort
    private int port;

    /** How many of the changes it said that it had brought in. */
    private record Second(long nanos, long broughtIn, long changed) {

        double percent() {
            return 100.0 * broughtIn / Math.max(1, changed);
        }
    }

    /** How far a rebuild said that it was, and how far it was. */
    private record Look(long nanos, int said, double before, double after) {

        double untrue() {
            return Math.max(0, Math.max(before - said, said - after));
        }
    }

    @Test
    void noSearchFailsAndNoChangeIsLost() throws Exception {
        SourceWords words = SourceWords.asAsked();
        MadeLibrary made = new MadeLibrary(application, words, MEANING ? .1 : 1);
        Shelf shelf = new Shelf(application);
        made.make(0, MATERIALS);
        shelf.rebuild();
        await().atMost(PATIENCE).until(() -> !MEANING || vectors.first().isEmpty());
        long visible = search.search(SearchQuery.of(""), Reader.VISITOR).total();
        assertThat(index.state(shelf.editor()).records()).isEqualTo(MATERIALS);

        RestClient visitor = RestClient.asVisitor(port);
        List<Look> looks = new ArrayList<>();
        List<Second> second = new ArrayList<>();
        long start;
        long end;
        SteadyLoad load = new SteadyLoad(application, made, words, visitor, MATERIALS);
        try (load) {
            load.begin(visible);
            start = System.nanoTime();
            assertThat(index.startRebuild(shelf.editor())).isTrue();
            while (index.rebuild(shelf.editor()).running()) {
                look(shelf, looks);
                lookAtTheSecondStep(shelf, second);
                // Each look makes the engine show what it has, which costs more the more there is.
                Thread.sleep(MATERIALS < 10_000 ? 100 : 5_000);
            }
            end = System.nanoTime();
        }
        assertThat(index.rebuild(shelf.editor())).returns(Stage.DONE, RebuildState::stage);
        assertThat(load.failures()).isEmpty();
        assertThat(load.searches()).isGreaterThan(20);
        assertThat(load.writes()).isGreaterThan(20);
        await().atMost(PATIENCE).until(() -> waitingJobs() == 0);
        long compared = new IndexComparison(application).assertTheSame();
        double untrue = looks.stream().mapToDouble(Look::untrue).max().orElse(0);
        System.out.printf(
                "%d materials rebuilt in %.1f s, during %d searches (none failed) and %d changes (none lost: %d records "
                        + "compared); progress untrue by %.1f %% at most (of the records), %.1f %% (of the time of filling, %.1f s); "
                        + "%d changes brought in, untrue by %.1f %% of that time, in steps of %.1f %% at most%n",
                MATERIALS, (end - start) / 1e9, load.searches(), load.writes(), compared, untrue,
                untrueOfTime(looks), (looks.getLast().nanos() - looks.getFirst().nanos()) / 1e9,
                second.isEmpty() ? 0 : second.getLast().changed(), secondUntrueOfTime(second), largestStep(second));
        assertThat(looks).extracting(Look::said).isSorted().anyMatch(said -> said > 10 && said < 90);
        assertThat(untrue).isLessThanOrEqualTo(TRUE_TO);
        assertThat(second).extracting(Second::broughtIn).isSorted();
        assertThat(second).allSatisfy(one -> assertThat(one.broughtIn()).isBetween(0L, one.changed()));
        assertThat(second.stream().map(Second::changed).distinct()).as("known from the beginning")
                .hasSizeLessThanOrEqualTo(1).allMatch(changed -> changed > 0);
    }

    private static double secondUntrueOfTime(List<Second> looks) {
        List<Second> bringing = looks.stream().filter(look -> look.broughtIn() < look.changed()).toList();
        if (bringing.size() < 2) {
            return 0;
        }
        long start = bringing.getFirst().nanos();
        double whole = bringing.getLast().nanos() - start;
        return bringing.stream().mapToDouble(look -> Math.abs(look.percent() - 100 * (look.nanos() - start) / whole))
                .max().orElse(0);
    }

    private static double largestStep(List<Second> looks) {
        double largest = 0;
        for (int i = 1; i < looks.size(); i++) {
            largest = Math.max(largest, looks.get(i).percent() - looks.get(i - 1).percent());
        }
        return largest;
    }

    private void lookAtTheSecondStep(Shelf shelf, List<Second> looks) {
        RebuildState state = index.rebuild(shelf.editor());
        if (state.stage() == Stage.CHECKING) {
            looks.add(new Second(System.nanoTime(), state.broughtIn(), state.changed()));
        }
    }

    /** How far it said to be, and which part of the time that the filling took had gone. */
    private static double untrueOfTime(List<Look> looks) {
        long start = looks.getFirst().nanos();
        double whole = looks.getLast().nanos() - start;
        return looks.stream().mapToDouble(look -> Math.abs(look.said() - 100 * (look.nanos() - start) / whole)).max()
                .orElse(0);
    }

    /** The records that are in the new index, before and after it is asked how far it is. */
    private void look(Shelf shelf, List<Look> looks) throws IOException {
        double before = filled();
        RebuildState state = index.rebuild(shelf.editor());
        double after = filled();
        if (state.stage() == Stage.FILLING && after >= before) {
            looks.add(new Look(System.nanoTime(), state.percent(), before, after));
        }
    }

    private double filled() throws IOException {
        String next = IndexKind.MATERIALS.next();
        if (!engine.indices().existsAlias(a -> a.name(next)).value()) {
            return 0;
        }
        engine.indices().refresh(r -> r.index(next).ignoreUnavailable(true));
        return 100.0 * engine.count(c -> c.index(next).ignoreUnavailable(true)).count() / MATERIALS;
    }

    private long waitingJobs() {
        return database.sql("select count(*) from index_queue").query(Long.class)
                .single();
    }
}
