package eu.counterpoint.extraction;

import eu.counterpoint.extraction.worker.WorkerFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Programs that a worker started and left behind: Tesseract when its worker was ended, or whatever else a file made of it. Where the
 * system tells of its processes in {@code /proc}, they are known by what they inherit: their path and their folder.
 */
final class Stragglers {

    private static final Path PROCESSES = Path.of("/proc");
    private static final int ENVIRONMENT = 1 << 16;
    private static final int PASSES = 20;

    private Stragglers() {}

    /** Whether a worker that goes on has any. */
    static boolean areLeft(WorkerFolder folder, long worker) {
        return of(folder).anyMatch(process -> process.pid() != worker);
    }

    /** Ends those of a worker that has ended itself, and those that they have started meanwhile. */
    static void end(WorkerFolder folder) {
        for (int pass = 0; pass < PASSES; pass++) {
            List<ProcessHandle> left = of(folder).toList();
            if (left.isEmpty()) {
                return;
            }
            left.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static Stream<ProcessHandle> of(WorkerFolder folder) {
        return ProcessHandle.allProcesses().filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> belongs(process, folder.path()));
    }

    private static boolean belongs(ProcessHandle process, Path folder) {
        Path about = PROCESSES.resolve(Long.toString(process.pid()));
        try {
            if (Files.readSymbolicLink(about.resolve("cwd")).startsWith(folder)) {
                return true;
            }
            try (InputStream environment = Files.newInputStream(about.resolve("environ"))) {
                return new String(environment.readNBytes(ENVIRONMENT), StandardCharsets.ISO_8859_1)
                        .contains("PATH=" + folder + "\0");
            }
        } catch (IOException | UnsupportedOperationException | SecurityException goneOrAnothers) {
            return false;
        }
    }
}
