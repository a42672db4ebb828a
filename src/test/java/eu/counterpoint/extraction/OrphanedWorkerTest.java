package eu.counterpoint.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.counterpoint.testing.ClassPaths;
import eu.counterpoint.testing.Scans;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the application is killed, its workers do not stay behind, not even one in the middle of a file. */
class OrphanedWorkerTest {

    /** A program of this run, and of no other. */
    private static final long SECONDS = 1_000_000 + ProcessHandle.current().pid();
    private static final int MANY = 20_000;

    @TempDir
    Path folder;

    @Test
    void aWorkerLeavesWhenTheApplicationIsKilled() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "hang");
        Process application = application(Application.class, file.toString()).start();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(application.getInputStream()))) {
            String line = lines.readLine();
            while (!line.startsWith("worker ")) {
                line = lines.readLine();
            }
            ProcessHandle worker = ProcessHandle.of(Long.parseLong(line.substring("worker ".length()))).orElseThrow();
            assertThat(worker.isAlive()).isTrue();
            assertThat(temporaryFolders()).hasSize(1);
            application.destroyForcibly().waitFor();
            await().atMost(Duration.ofMinutes(1)).until(() -> !worker.isAlive());
            assertThat(temporaryFolders()).isEmpty();
        } finally {
            application.destroyForcibly();
        }
    }

    @Test
    void theProgramsOfAWorkerLeaveWithIt() throws Exception {
        assumeTrue(Scans.tesseract().isPresent(), "Tesseract is not installed");
        Path program = Files.writeString(folder.resolve("tesseract"),
                "#!/bin/sh\ncase \"$1\" in --*) exec " + Scans.tesseract().orElseThrow()
                        + " \"$@\";; '') exit 0;; esac\nexec /bin/sleep " + SECONDS + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path scan = Files.write(folder.resolve("scan.pdf"), Scans.pdf(Collections.nCopies(3, Scans.ENGLISH)));
        Path said = folder.resolve("said.txt");
        Process application = application(Recognising.class, scan.toString(), program.toString())
                .redirectErrorStream(true).redirectOutput(said.toFile()).start();
        try {
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(isSleeping()).as(() -> read(said)).isTrue());
            fillTemporaryFolder();
            application.destroyForcibly().waitFor();
            await().atMost(Duration.ofMinutes(1)).until(() -> temporaryFolders().isEmpty());
            await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(10)).until(() -> !isSleeping());
        } finally {
            application.destroyForcibly();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static boolean isSleeping() {
        return ProcessHandle.allProcesses()
                .anyMatch(process -> process.info().commandLine().orElse("").endsWith("sleep " + SECONDS));
    }

    private ProcessBuilder application(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp", ClassPaths.ofTests(), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    /** So that its end takes longer than the parser takes to find that its program has ended, and nobody listens any more. */
    private void fillTemporaryFolder() throws IOException {
        Path full = temporaryFolders().getFirst();
        for (int i = 0; i < MANY; i++) {
            Files.createFile(full.resolve("left-" + i));
        }
    }

    private List<Path> temporaryFolders() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory)
                    .filter(file -> file.getFileName().toString().startsWith("counterpoint-worker-")).toList();
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

    /** Reads a scan with a program that never ends. */
    static final class Recognising {

        public static void main(String[] args) throws Exception {
            RecognitionSettings settings = new RecognitionSettings(RecognitionSettings.Mode.AUTO, args[1], 1, 300,
                    Duration.ofMinutes(5), Duration.ofHours(1));
            new RecognitionPool(Pools.settings(1), settings, new Tesseract(settings)).recognise(Path.of(args[0]), "a",
                    List.of(), List.of("en"), progress -> {});
        }
    }
}
