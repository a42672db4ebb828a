package eu.counterpoint.search.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.testing.ClassPaths;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.ElasticsearchException;
import org.elasticsearch.index.engine.VersionConflictEngineException;
import org.elasticsearch.node.NodeClosedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads of the engine that are the first in their process to come to its exceptions, all at the same time. */
class FirstExceptionsTest {

    @TempDir
    Path folder;

    @Test
    void doNotWaitForEachOther() throws Exception {
        Path said = folder.resolve("said.txt");
        // Classes are made ready once in a process, so it takes one where nobody has done it.
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                ClassPaths.ofTests(), Threads.class.getName(), folder.toString()).redirectErrorStream(true)
                .redirectOutput(said.toFile()).start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ended").isTrue();
            assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    /** What the test starts. */
    static final class Threads {

        public static void main(String[] folder) throws IOException, InterruptedException {
            SearchNode.prepareProcess(Path.of(folder[0]));
            List<Class<?>> exceptions = List.of(ElasticsearchException.class, VersionConflictEngineException.class,
                    NodeClosedException.class);
            CyclicBarrier together = new CyclicBarrier(exceptions.size());
            for (Class<?> exception : exceptions) {
                Thread.ofPlatform().start(() -> {
                    try {
                        together.await();
                        MethodHandles.lookup().ensureInitialized(exception);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
            }
        }
    }
}
