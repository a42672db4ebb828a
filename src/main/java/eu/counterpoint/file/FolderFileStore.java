package eu.counterpoint.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Originals in a folder. When a file was last changed says when its content last came. */
@Component
class FolderFileStore implements FileStore {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final StoreFolder folder;

    FolderFileStore(StoreFolder folder) {
        this.folder = folder;
    }

    @Override
    public Original receive(InputStream content, long maxBytes) throws IOException {
        Path temporary = folder.newTemporary();
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE)) {
            Original original = copy(content, channel, maxBytes);
            Path target = folder.original(original.sha256());
            if (cameAgain(target, original.size())) {
                // Whoever brought it may not have made its name durable yet.
                StoreFolder.forceFolder(target.getParent());
            } else {
                channel.force(false);
                channel.close();
                folder.settle(temporary, target);
            }
            return original;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    @Override
    public InputStream open(Sha256 sha256) throws IOException {
        return new VerifiedStream(path(sha256), sha256);
    }

    @Override
    public Path path(Sha256 sha256) throws IOException {
        Path path = folder.original(sha256);
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(path.toString());
        }
        return path;
    }

    /** Whoever receives it at this very moment finds it gone, and brings it again, or is seen to have come before that. */
    @Override
    public boolean remove(Sha256 sha256, Instant notReceivedSince) throws IOException {
        Path path = folder.original(sha256);
        Path aside = folder.aside(sha256);
        try {
            if (cameSince(path, notReceivedSince)) {
                return false;
            }
            Files.move(path, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return true;
        }
        if (cameSince(aside, notReceivedSince)) {
            folder.settle(aside, path);
            return false;
        }
        return Files.deleteIfExists(aside);
    }

    private static boolean cameSince(Path path, Instant moment) throws IOException {
        return !Files.getLastModifiedTime(path).toInstant().isBefore(moment);
    }

    @Override
    public long room() throws IOException {
        return folder.room();
    }

    private static Original copy(InputStream content, FileChannel channel, long maxBytes) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        long size = 0;
        for (int read = content.read(buffer); read != -1; read = content.read(buffer)) {
            size += read;
            if (size > maxBytes) {
                throw new FileTooLargeException(maxBytes);
            }
            digest.update(buffer, 0, read);
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        return new Original(Sha256.of(digest), size);
    }

    /** One of another size is damaged, and the new one takes its place; so it does where the mark that it came cannot be set. */
    private static boolean cameAgain(Path target, long size) throws IOException {
        try {
            if (Files.size(target) != size) {
                return false;
            }
            Files.setLastModifiedTime(target, FileTime.from(Instant.now()));
            return true;
        } catch (FileSystemException e) {
            return false;
        }
    }
}
