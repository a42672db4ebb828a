package eu.counterpoint.extraction.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder for the temporary files of one worker. It bears the number of the application's process, so that one that was
 * left behind can be told from one in use.
 */
public record WorkerFolder(Path path) {

    private static final String PREFIX = "counterpoint-worker-";

    /** Starts of processes are told in steps of a clock that is not the file system's. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    /** Makes a new one below the folder for temporary files. */
    public static WorkerFolder create() throws IOException {
        return new WorkerFolder(Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-"));
    }

    /** The one that this worker was given; nothing where it runs on its own. */
    static Optional<WorkerFolder> own() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        return folder.getFileName().toString().startsWith(PREFIX)
                ? Optional.of(new WorkerFolder(folder))
                : Optional.empty();
    }

    /** Deletes the folders of applications that are no more. */
    public static void deleteAbandoned() {
        List<Path> folders;
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            folders = all.filter(folder -> folder.getFileName().toString().matches(PREFIX + "\\d{1,18}-.*")).toList();
        } catch (IOException | UncheckedIOException e) {
            return;
        }
        for (Path folder : folders) {
            long pid = Long.parseLong(folder.getFileName().toString().substring(PREFIX.length()).split("-")[0]);
            if (!isYoungerThanProcess(folder, pid)) {
                new WorkerFolder(folder).delete();
            }
        }
    }

    /** Numbers come again: in a container, every application has the same. */
    private static boolean isYoungerThanProcess(Path folder, long pid) {
        return ProcessHandle.of(pid).map(process -> process.info().startInstant().map(start -> {
            try {
                return Files.getLastModifiedTime(folder).toInstant().isAfter(start.minus(TOLERANCE));
            } catch (IOException e) {
                return true;
            }
        }).orElse(true)).orElse(false);
    }

    /** Bytes in it. */
    public long size() {
        long[] bytes = {0};
        visit(new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                bytes[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes[0];
    }

    /** Deletes it with all that is in it, as far as that is possible; follows no links. */
    public void delete() {
        visit(new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void visit(SimpleFileVisitor<Path> visitor) {
        try {
            Files.walkFileTree(path, visitor);
        } catch (IOException e) {
            // Files come and go while a worker runs; what stays is found by the next start.
        }
    }
}
