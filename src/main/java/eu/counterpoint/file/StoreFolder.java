package eu.counterpoint.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The folder of the store: {@code originals/ab/<sha>}, {@code texts/ab/<sha>.<extractor>.jsonl.gz}, {@code covers/ab/<sha>.jpg}, and
 * {@code incoming} for what is still being written. A file gets its final name only when it is whole and on the disk. All folders are made
 * at start, because each one made later would have to be forced to the disk while somebody waits.
 */
@Component
class StoreFolder {

    private static final String ORIGINALS = "originals";
    private static final String TEXTS = "texts";
    private static final String COVERS = "covers";
    private static final String INCOMING = "incoming";
    private static final String ASIDE = ".aside";

    /** Younger ones may still be written, by another instance too. */
    private static final Duration LEFTOVER = Duration.ofDays(1);

    private static final Logger log = LoggerFactory.getLogger(StoreFolder.class);

    private final Path root;
    private final Path incoming;

    StoreFolder(FileSettings settings) throws IOException {
        root = settings.folder().toAbsolutePath().normalize();
        incoming = Files.createDirectories(root.resolve(INCOMING));
        makeFolders(root.resolve(ORIGINALS));
        makeFolders(root.resolve(TEXTS));
        makeFolders(root.resolve(COVERS));
        forceFolder(root);
        forceFolder(root.getParent());
        removeLeftovers();
        putBack();
    }

    Path original(Sha256 sha256) {
        return place(ORIGINALS, sha256).resolve(sha256.hex());
    }

    Path text(Sha256 sha256, String ending) {
        return place(TEXTS, sha256).resolve(sha256.hex() + ending);
    }

    Path cover(Sha256 sha256) {
        return place(COVERS, sha256).resolve(sha256.hex() + ".jpg");
    }

    /** How many bytes there is room for. */
    long room() throws IOException {
        return Files.getFileStore(incoming).getUsableSpace();
    }

    /** A new name in the folder for what is being written. */
    Path newTemporary() {
        return incoming.resolve(UUID.randomUUID() + ".part");
    }

    /** Where an original is for the moment in which it is removed. */
    Path aside(Sha256 sha256) {
        return incoming.resolve(sha256.hex() + ASIDE);
    }

    /**
     * Gives a file that is whole and forced to the disk its final name; durable when it returns. Replaces what was there.
     */
    void settle(Path temporary, Path target) throws IOException {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(target.getParent());
    }

    /** Makes the names in a folder durable. Costs next to nothing where they are. */
    static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            // Windows does not open folders, and keeps names durable by itself.
            if (Files.isReadable(folder) && System.getProperty("os.name").startsWith("Windows")) {
                return;
            }
            throw e;
        }
    }

    private static void makeFolders(Path kind) throws IOException {
        Files.createDirectories(kind);
        for (int first = 0; first < 256; first++) {
            Files.createDirectories(kind.resolve("%02x".formatted(first)));
        }
        forceFolder(kind);
    }

    private Path place(String kind, Sha256 sha256) {
        return root.resolve(kind).resolve(sha256.hex().substring(0, 2));
    }

    private void removeLeftovers() throws IOException {
        Instant limit = Instant.now().minus(LEFTOVER);
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(incoming, "*.part")) {
            for (Path leftover : leftovers) {
                removeIfOlder(leftover, limit);
            }
        }
    }

    private static void removeIfOlder(Path leftover, Instant limit) throws IOException {
        try {
            if (Files.getLastModifiedTime(leftover).toInstant().isBefore(limit)) {
                Files.deleteIfExists(leftover);
                log.info("Removed {}, left over from an upload that was cut off", leftover.getFileName());
            }
        } catch (NoSuchFileException e) {
            log.debug("Another instance removed {}", leftover);
        }
    }

    /** Originals that were being removed when the process ended: whether they may go is asked again. */
    private void putBack() throws IOException {
        try (DirectoryStream<Path> aside = Files.newDirectoryStream(incoming, "*" + ASIDE)) {
            for (Path original : aside) {
                String hex = original.getFileName().toString().replace(ASIDE, "");
                try {
                    settle(original, original(new Sha256(hex)));
                } catch (NoSuchFileException e) {
                    log.debug("Another instance removed {}", hex);
                }
            }
        }
    }
}
