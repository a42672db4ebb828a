package eu.counterpoint.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.counterpoint.testing.WholeApplication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Vectors in a real database. The application itself has no sentence model here; each test brings its own. */
@WholeApplication
class VectorsIT {

    @TempDir
    private Path folder;
    @Autowired
    private KeptVectors kept;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Vectors ofTheApplication;

    private final String word = UUID.randomUUID().toString();
    private SentenceModel model;

    @BeforeEach
    void load() {
        model = model("all-minilm-" + word);
    }

    @AfterEach
    void close() throws Exception {
        model.close();
    }

    private SentenceModel model(String name) {
        return Models.named(name, folder);
    }

    @Test
    void makesEachVectorOnceAndFindsItAgainWithoutTheModel() throws Exception {
        List<Window> windows = windows(100);
        List<WindowVector> made = new Vectors(model, kept).make(windows);
        assertThat(rows()).isEqualTo(100);

        model.close(); // From here on it gives its name, but no vectors.

        Vectors later = new Vectors(model, kept);
        assertSame(later.make(windows), made);
        assertSame(later.kept(windows), made);
        assertThatThrownBy(() -> later.make(windows(101))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void givesTheVectorsInTheOrderOfTheirWindowsAsTheModelGivesThemToThreeDigits() {
        List<Window> windows = List.of(new Window(7, "Peace " + word), new Window(8, "Violence " + word),
                new Window(9, "Peace " + word));
        List<WindowVector> made = new Vectors(model, kept).make(windows);

        assertThat(made).extracting(WindowVector::passage).containsExactly(7, 8, 9);
        assertThat(made.get(0).vector()).containsExactly(made.get(2).vector());
        for (int i = 0; i < windows.size(); i++) {
            float[] exact = model.vector(windows.get(i).text());
            for (int d = 0; d < exact.length; d++) {
                assertThat(made.get(i).vector()[d]).isCloseTo(exact[d],
                        org.assertj.core.data.Offset.offset(Math.abs(exact[d]) / 1_000 + 1e-6f));
            }
        }
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void keepsTheVectorsOfEachModelApart() throws Exception {
        List<Window> windows = windows(2);
        new Vectors(model, kept).make(windows);
        SentenceModel other = model("another-" + word);

        assertThat(new Vectors(other, kept).kept(windows)).isEmpty();
        assertThat(new Vectors(model, kept).kept(windows(3))).hasSize(2);
        other.close();
    }

    @Test
    void severalMayMakeTheSameAtOnce() throws Exception {
        int makers = 4;
        List<Window> windows = windows(40);
        CyclicBarrier together = new CyclicBarrier(makers);
        ExecutorService threads = Executors.newFixedThreadPool(makers);
        List<Future<List<WindowVector>>> made = new ArrayList<>();
        for (int i = 0; i < makers; i++) {
            boolean backwards = i % 2 == 1;
            made.add(threads.submit(() -> {
                together.await(60, TimeUnit.SECONDS);
                // Each with a lock of its own, as in several processes.
                List<WindowVector> vectors = new Vectors(model, kept).make(backwards ? windows.reversed() : windows);
                return backwards ? vectors.reversed() : vectors;
            }));
        }
        threads.shutdown();
        for (Future<List<WindowVector>> one : made) {
            assertSame(one.get(), made.getFirst().get());
        }
        assertThat(rows()).isEqualTo(40);
    }

    @Test
    void severalMayKeepTheSameAtOnce() throws Exception {
        List<Window> windows = windows(64);
        float[] vector = model.vector(word);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> keepers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<Window> some = windows.subList(i % 4 * 8, i % 4 * 8 + 32);
            keepers.add(threads.submit(() -> kept.keep(model.name(), some.stream().collect(java.util.stream.Collectors
                    .toMap(window -> KeptVectors.key(model.name(), window.text()), window -> vector)))));
        }
        threads.shutdown();
        for (Future<?> keeper : keepers) {
            keeper.get();
        }
        assertThat(rows()).isEqualTo(56);
    }

    @Test
    void keepsWhatItMadeBeforeItWasInterrupted() throws Exception {
        List<Window> windows = windows(2_000);
        Vectors vectors = new Vectors(model, kept);
        Thread maker = Thread.ofPlatform().unstarted(() -> assertThatThrownBy(() -> vectors.make(windows))
                .isInstanceOf(CancellationException.class));
        List<Throwable> unexpected = new ArrayList<>();
        maker.setUncaughtExceptionHandler((thread, failure) -> unexpected.add(failure));
        maker.start();
        org.awaitility.Awaitility.await().until(() -> rows() > 0);

        maker.interrupt();
        maker.join(60_000);

        assertThat(maker.isAlive()).isFalse();
        assertThat(unexpected).isEmpty();
        assertThat(vectors.kept(windows)).hasSize(rows()).hasSizeBetween(16, 1_999);
    }

    @Test
    void hasNothingWhereThereIsNoModel() {
        assertThat(ofTheApplication.kept(windows(1))).isEmpty();
        assertThatThrownBy(() -> ofTheApplication.make(windows(1))).isInstanceOf(IllegalStateException.class);
    }

    private List<Window> windows(int many) {
        return IntStream.range(0, many).mapToObj(i -> new Window(i, "Window " + i + " of " + word)).toList();
    }

    private int rows() {
        return jdbc.sql("select count(*) from window_vectors where model = ?").param(model.name())
                .query(Integer.class).single();
    }

    private static void assertSame(List<WindowVector> vectors, List<WindowVector> others) {
        assertThat(vectors).hasSameSizeAs(others);
        for (int i = 0; i < others.size(); i++) {
            assertThat(vectors.get(i).passage()).isEqualTo(others.get(i).passage());
            assertThat(vectors.get(i).vector()).containsExactly(others.get(i).vector());
        }
    }
}
