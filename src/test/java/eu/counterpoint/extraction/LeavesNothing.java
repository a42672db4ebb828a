package eu.counterpoint.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.extraction.worker.WorkerFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Whatever a file did: afterwards its temporary files are gone, its programs have ended and its worker is within its memory; and the
 * folders of workers go with them.
 *
 * @param workers the processes of the pool under test
 */
record LeavesNothing(Supplier<List<Long>> workers, Set<Path> seen) implements AfterEachCallback, AfterAllCallback {

    private static final Path PROCESSES = Path.of("/proc");
    /** The largest heap of a worker under test, and what Java takes beside it. */
    private static final long MOST = 512 + 400 << 20;

    LeavesNothing(Supplier<List<Long>> workers) {
        this(workers, new HashSet<>());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        // A worker may be ended while it is looked at.
        await().atMost(Duration.ofSeconds(10)).ignoreExceptionsInstanceOf(IOException.class).untilAsserted(this::look);
    }

    /** The pool has been closed. */
    @Override
    public void afterAll(ExtensionContext context) {
        assertThat(workers.get()).as("workers").isEmpty();
        assertThat(seen).as("folders").allSatisfy(folder -> assertThat(folder).doesNotExist());
    }

    private void look() throws IOException {
        if (!Files.isDirectory(PROCESSES)) {
            return;
        }
        Set<Path> now = new HashSet<>();
        for (long worker : workers.get()) {
            Path folder = Files.readSymbolicLink(PROCESSES.resolve(worker + "/cwd"));
            now.add(folder);
            assertThat(files(folder)).as("temporary files").isEmpty();
            assertThat(ProcessHandle.of(worker).stream().flatMap(ProcessHandle::descendants)).as("programs").isEmpty();
            assertThat(Stragglers.areLeft(new WorkerFolder(folder), worker)).as("detached programs").isFalse();
            assertThat(resident(worker)).as("bytes in memory").isLessThan(MOST);
        }
        seen.addAll(now);
        assertThat(seen).as("folders").filteredOn(Files::exists).containsExactlyInAnyOrderElementsOf(now);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).toList();
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private static long resident(long worker) throws IOException {
        return Files.readAllLines(PROCESSES.resolve(worker + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10).sum();
    }
}
