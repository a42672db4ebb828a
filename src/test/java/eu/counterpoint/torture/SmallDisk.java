package eu.counterpoint.torture;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A small file system of its own, in memory, that can be filled to the last block. Only who may mount can have one. */
final class SmallDisk implements AutoCloseable {

    private static final int BLOCK = 1 << 16;
    private static final String BALLAST = "ballast";

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Nothing where this user may not mount, or the system has no such file system. */
    static Optional<SmallDisk> mount(Path folder, int megabytes) throws InterruptedException {
        try {
            Files.createDirectories(folder);
            Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "counterpoint",
                    folder.toString()).redirectErrorStream(true).start();
            return mount.waitFor() == 0 ? Optional.of(new SmallDisk(folder)) : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    Path folder() {
        return folder;
    }

    /** Leaves not a byte. */
    void fill() {
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(folder.resolve(BALLAST))) {
            for (int size = BLOCK; size > 0; size /= 2) {
                fill(out, block, size);
            }
        } catch (IOException e) {
            // Full when it is closed is full, too.
        }
    }

    private static void fill(OutputStream out, byte[] block, int size) {
        try {
            while (true) {
                out.write(block, 0, size);
            }
        } catch (IOException full) {
            // that is what was wanted
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(folder.resolve(BALLAST));
    }

    @Override
    public void close() {
        try {
            new ProcessBuilder("umount", "-l", folder.toString()).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
