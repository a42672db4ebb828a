package eu.counterpoint.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the application is killed, its workers do not stay behind, not even one in the middle of a file. */
class OrphanedWorkerTest {

    @TempDir
    Path folder;

    @Test
    void aWorkerLeavesWhenTheApplicationIsKilled() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "hang");
        Process application = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder, "-cp", System.getProperty("java.class.path"), Application.class.getName(),
                file.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(application.getInputStream()))) {
            String line = lines.readLine();
            while (!line.startsWith("worker ")) {
                line = lines.readLine();
            }
            ProcessHandle worker = ProcessHandle.of(Long.parseLong(line.substring("worker ".length()))).orElseThrow();
            assertThat(worker.isAlive()).isTrue();
            assertThat(temporaryFolders()).isEqualTo(1);
            application.destroyForcibly().waitFor();
            await().atMost(Duration.ofMinutes(1)).until(() -> !worker.isAlive());
            assertThat(temporaryFolders()).isZero();
        } finally {
            application.destroyForcibly();
        }
    }

    private long temporaryFolders() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory)
                    .filter(file -> file.getFileName().toString().startsWith("counterpoint-worker-")).count();
        }
    }

    /** Reads a file that hangs, and says which process does so. */
    static final class Application {

        public static void main(String[] args) throws Exception {
            Duration minutes = Duration.ofMinutes(5);
            WorkerPool pool = new WorkerPool(Pools.settings(minutes, minutes));
            Thread.ofPlatform().start(() -> {
                try {
                    pool.extract(Path.of(args[0]), "a.misbehaving");
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            await().atMost(minutes).until(() -> pool.isReading() && pool.pids().size() == 1);
            System.out.println("worker " + pool.pids().getFirst());
            System.out.flush();
        }
    }
}
