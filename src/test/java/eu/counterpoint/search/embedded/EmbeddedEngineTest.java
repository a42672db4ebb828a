package eu.counterpoint.search.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.elasticsearch.env.BuildVersion;
import org.elasticsearch.gateway.PersistedClusterStateService;
import org.elasticsearch.plugins.Plugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine in the process, on folders that have been used, are in use, or are damaged. */
class EmbeddedEngineTest {

    private static final String INDEX = "things";
    private static final BuildVersion NEWER = BuildVersion.fromString("99.0.0");

    @TempDir
    private Path home;

    @Test
    void keepsWhatItWasGivenAndLetsNobodyElseIntoItsFolder() throws IOException {
        Path folder = home.resolve("search");
        try (EmbeddedEngine engine = new EmbeddedEngine(folder)) {
            index(engine.client());
            try (EmbeddedEngine second = new EmbeddedEngine(folder)) {
                assertThatThrownBy(() -> second.client().cluster().health()).isInstanceOf(IOException.class)
                        .hasStackTraceContaining("Another process uses the search folder");
            }
            assertThat(count(engine.client())).isOne();
        }
        try (EmbeddedEngine engine = new EmbeddedEngine(folder)) {
            assertThat(count(engine.client())).isOne();
        }
        assertThat(aside()).isEmpty();
    }

    @Test
    void movesDamagedDataAsideAndStartsAfresh() throws IOException {
        Path folder = home.resolve("search");
        try (EmbeddedEngine engine = new EmbeddedEngine(folder)) {
            index(engine.client());
        }
        damage(folder.resolve("data").resolve("indices"), ".si", ".cfs", ".fdt");
        try (EmbeddedEngine engine = new EmbeddedEngine(folder)) {
            assertThat(engine.client().indices().exists(e -> e.index(INDEX)).value()).isFalse();
            index(engine.client());
        }
        assertThat(aside()).hasSize(1);

        damage(folder.resolve("data").resolve("_state"), ".cfs", ".st", ".si");
        try (EmbeddedEngine engine = new EmbeddedEngine(folder)) {
            index(engine.client());
            assertThat(count(engine.client())).isOne();
        }
        assertThat(aside()).as("one folder for each time, also within one second").hasSize(2);
    }

    @Test
    void movesDataOfANewerVersionAsideAsItIsAndStartsAfresh() throws IOException {
        Path folder = home.resolve("search");
        try (EmbeddedEngine engine = new EmbeddedEngine(folder)) {
            index(engine.client());
        }
        PersistedClusterStateService.overrideVersion(NEWER, folder.resolve("data"));
        List<Path> kept = files(folder);
        try (EmbeddedEngine engine = new EmbeddedEngine(folder)) {
            assertThat(engine.client().indices().exists(e -> e.index(INDEX)).value()).isFalse();
            index(engine.client());
            assertThat(count(engine.client())).isOne();
        }
        assertThat(aside()).singleElement().satisfies(aside -> {
            assertThat(files(aside)).containsAll(kept);
            assertThat(PersistedClusterStateService.nodeMetadata(aside.resolve("data")).nodeVersion()).isEqualTo(NEWER);
        });
    }

    @Test
    void opensAnIndexAgainThatWasClosedRightAfterItsFirstDocument() throws IOException {
        Path folder = home.resolve("search");
        for (int round = 1; round <= 4; round++) {
            try (EmbeddedEngine engine = new EmbeddedEngine(folder)) {
                String fresh = INDEX + round;
                engine.client().index(i -> i.index(fresh).document(Map.of("name", "chair")).refresh(Refresh.True));
                assertThat(engine.client().count(c -> c.index(INDEX + "*")).count()).isEqualTo(round);
            }
        }
        assertThat(aside()).isEmpty();
    }

    @Test
    void putsItsDataBackWhenAnEmptyFolderCannotBeOpenedEither() throws IOException {
        Path folder = home.resolve("search");
        try (EmbeddedEngine engine = new EmbeddedEngine(folder)) {
            index(engine.client());
        }
        try (EmbeddedEngine engine = new EmbeddedEngine(folder, new WithoutMemory())) {
            assertThatThrownBy(() -> engine.client().cluster().health()).hasStackTraceContaining("No memory left");
        }
        assertThat(aside()).isEmpty();
        try (EmbeddedEngine engine = new EmbeddedEngine(folder)) {
            assertThat(count(engine.client())).isOne();
        }
    }

    /** Fails for a reason that has nothing to do with the data. */
    private static final class WithoutMemory extends Plugin {

        @Override
        public Collection<?> createComponents(PluginServices services) {
            throw new IllegalStateException("No memory left");
        }
    }

    private List<Path> aside() throws IOException {
        try (Stream<Path> all = Files.list(home)) {
            return all.filter(path -> path.getFileName().toString().startsWith("search.damaged-")).toList();
        }
    }

    /** What lies in a folder, as seen from there. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).map(folder::relativize).toList();
        }
    }

    private static void index(ElasticsearchClient client) throws IOException {
        client.index(i -> i.index(INDEX).document(Map.of("name", "chair")).refresh(Refresh.True));
    }

    private static long count(ElasticsearchClient client) throws IOException {
        return client.count(c -> c.index(INDEX)).count();
    }

    private static void damage(Path folder, String... endings) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(path -> Stream.of(endings).anyMatch(path.toString()::endsWith)).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            Files.write(file, new byte[]{1, 2, 3});
        }
    }
}
