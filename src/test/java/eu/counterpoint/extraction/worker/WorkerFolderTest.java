package eu.counterpoint.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.testing.ClassPaths;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several applications may share a folder for temporary files. */
class WorkerFolderTest {

    @TempDir
    private Path temporary;

    @Test
    void isDeletedByTheNextStartWhenItsOwnerIsGoneAndNeverBefore() throws Exception {
        Process owner = start(Owner.class);
        try (BufferedReader lines = owner.inputReader()) {
            Path folder = Path.of(lines.readLine());
            Files.writeString(folder.resolve("unpacked"), "from a document");
            // As if the clock had been set since, or the machine had been paused.
            Files.setLastModifiedTime(folder, FileTime.from(Instant.EPOCH));

            assertThat(start(NextStart.class).waitFor()).isZero();
            assertThat(folder.resolve("unpacked")).exists();

            owner.destroyForcibly().waitFor();
            assertThat(folder).exists();
            assertThat(start(NextStart.class).waitFor()).isZero();
            try (Stream<Path> left = Files.list(temporary)) {
                assertThat(left).isEmpty();
            }
        } finally {
            owner.destroyForcibly();
        }
    }

    @Test
    void isMadeAsSoonAsThatIsPossibleAgain() throws Exception {
        Path later = temporary.resolve("later");
        Process start = start(SecondTry.class, later);
        assertThat(start.waitFor()).isZero();
        try (Stream<Path> made = Files.list(later)) {
            assertThat(made).singleElement().matches(Files::isDirectory);
        }
    }

    private Process start(Class<?> program) throws Exception {
        return start(program, temporary);
    }

    private static Process start(Class<?> program, Path temporary) throws Exception {
        return new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + temporary, "-cp",
                ClassPaths.ofTests(),
                program.getName())).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    static final class Owner {

        public static void main(String[] args) throws Exception {
            System.out.println(WorkerFolder.create().path());
            System.out.flush();
            Thread.currentThread().join();
        }
    }

    static final class NextStart {

        public static void main(String[] args) {
            WorkerFolder.deleteAbandoned();
        }
    }

    static final class SecondTry {

        public static void main(String[] args) throws Exception {
            try {
                WorkerFolder.create();
                System.exit(1);
            } catch (IOException noRoom) {
                Files.createDirectory(Path.of(System.getProperty("java.io.tmpdir")));
                WorkerFolder.create();
            }
        }
    }
}
