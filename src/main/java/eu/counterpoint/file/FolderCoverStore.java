package eu.counterpoint.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Covers in a folder. */
@Component
class FolderCoverStore implements CoverStore {

    private final StoreFolder folder;

    FolderCoverStore(StoreFolder folder) {
        this.folder = folder;
    }

    @Override
    public void keep(Sha256 original, byte[] jpeg) throws IOException {
        Path temporary = folder.newTemporary();
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(jpeg);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
            channel.close();
            folder.settle(temporary, folder.cover(original));
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    @Override
    public Optional<byte[]> find(Sha256 original) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(folder.cover(original)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
