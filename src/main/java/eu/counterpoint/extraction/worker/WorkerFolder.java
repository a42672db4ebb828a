package eu.counterpoint.extraction.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder for the temporary files of one worker. It bears the name of the application that made it, so that one that was
 * left behind can be told from one in use.
 */
public record WorkerFolder(Path path) {

    private static final String PREFIX = "counterpoint-worker-";
    /** Of a folder, or of the file that its owner keeps locked. */
    private static final Pattern NAME = Pattern.compile(PREFIX + "(?<owner>\\w+)(?:-\\d+|\\.lock)");

    /**
     * This process, by a name of its own and a file that it keeps locked: whatever ends the process, the system lets go of the
     * lock. Neither its number nor the time of its start would do: the first comes again in each container, and the second
     * moves with the clock of a machine that was paused.
     */
    private static final class Owner {

        private static @Nullable Owner self;

        private final String name = UUID.randomUUID().toString().replace("-", "");
        private final FileChannel locked;

        private Owner() throws IOException {
            // It gets its name with the lock on it, so that nobody takes it for one that was left behind.
            Path file = Files.createTempFile("counterpoint-", ".tmp");
            locked = FileChannel.open(file, StandardOpenOption.WRITE);
            locked.lock();
            Files.move(file, lockOf(name), StandardCopyOption.ATOMIC_MOVE);
            lockOf(name).toFile().deleteOnExit();
        }

        /** Where the disk was full, the next who asks tries again. */
        static synchronized String name() throws IOException {
            if (self == null) {
                self = new Owner();
            }
            return self.name;
        }
    }

    /** Makes a new one below the folder for temporary files. */
    public static WorkerFolder create() throws IOException {
        return new WorkerFolder(Files.createTempDirectory(PREFIX + Owner.name() + "-"));
    }

    /** The one that this worker was given; nothing where it runs on its own. */
    static Optional<WorkerFolder> own() {
        Path folder = temporary();
        return folder.getFileName().toString().startsWith(PREFIX)
                ? Optional.of(new WorkerFolder(folder))
                : Optional.empty();
    }

    /** Makes it again where it was tidied away, as many machines do with what has lain among their temporary files for days. */
    void renew() {
        if (!Files.isDirectory(path)) {
            try {
                // Of nobody else's business, as the first one was.
                Path fresh = Files.createTempDirectory(path.getParent(), "counterpoint-");
                Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                // A file that needs it will say so.
            }
        }
    }

    /** Deletes the folders of applications that are no more. */
    public static void deleteAbandoned() {
        Map<String, List<Path>> byOwner;
        try (Stream<Path> all = Files.list(temporary())) {
            byOwner = all.filter(path -> !owner(path).isEmpty()).collect(Collectors.groupingBy(WorkerFolder::owner));
            byOwner.remove(Owner.name());
        } catch (IOException | UncheckedIOException e) {
            return;
        }
        byOwner.forEach(WorkerFolder::deleteIfAbandoned);
    }

    private static String owner(Path path) {
        Matcher name = NAME.matcher(path.getFileName().toString());
        return name.matches() ? name.group("owner") : "";
    }

    private static void deleteIfAbandoned(String owner, List<Path> itsPaths) {
        try (FileChannel lock = FileChannel.open(lockOf(owner), StandardOpenOption.WRITE)) {
            if (lock.tryLock() != null) {
                itsPaths.forEach(path -> new WorkerFolder(path).delete());
            }
        } catch (NoSuchFileException ownerIsGone) {
            itsPaths.forEach(path -> new WorkerFolder(path).delete());
        } catch (IOException e) {
            // Somebody else's, or being deleted by another start at this moment.
        }
    }

    private static Path lockOf(String owner) {
        return temporary().resolve(PREFIX + owner + ".lock");
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
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
