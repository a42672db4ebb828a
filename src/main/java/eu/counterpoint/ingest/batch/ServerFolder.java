package eu.counterpoint.ingest.batch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.library.NotAllowedException;

/**
 * A folder on the server whose files operators may send without uploading them. There is none unless the settings name it;
 * nothing outside it is ever read, whatever a link in it points to.
 */
@Component
class ServerFolder {

    private final @Nullable Path folder;
    private final int maxFiles;

    ServerFolder(BatchSettings settings) {
        this.folder = settings.folder();
        this.maxFiles = settings.maxRows();
    }

    boolean isOffered(Reader by) {
        return folder != null && by.is(Role.ADMINISTRATOR);
    }

    /**
     * Hands out every file in or below a folder, in the order of their names.
     *
     * @param wanted below the folder of the settings; empty for itself
     * @throws NotAllowedException   for anybody but administrators
     * @throws BatchRefusedException when it is not offered, or there is no such folder, or too much is in it
     */
    void read(String wanted, Reader by, Archive.Entries entries) throws IOException {
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new NotAllowedException("A folder of the server is for administrators");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw BatchRefusedException.of("folder-off");
        }
        Path root = folder.toRealPath();
        Path top = below(root, wanted);
        for (Path file : files(top)) {
            try (InputStream content = new BufferedInputStream(
                    Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS))) {
                entries.file(name(top, file), content);
            }
        }
    }

    private static Path below(Path root, String wanted) throws IOException {
        try {
            Path path = root.resolve(wanted).normalize();
            if (path.startsWith(root) && Files.isDirectory(path) && path.toRealPath().startsWith(root)) {
                return path.toRealPath();
            }
        } catch (java.nio.file.InvalidPathException e) {
            // As good as none.
        }
        throw BatchRefusedException.of("folder-unknown", wanted);
    }

    private List<Path> files(Path top) throws IOException {
        try (Stream<Path> all = Files.walk(top)) {
            List<Path> files = all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> StreamSupport.stream(top.relativize(path).spliterator(), false)
                            .noneMatch(part -> part.toString().startsWith(".")))
                    .limit(maxFiles + 1L).sorted().toList();
            if (files.size() > maxFiles) {
                throw BatchRefusedException.tooLarge("too-many-files", maxFiles);
            }
            return files;
        }
    }

    private static String name(Path top, Path file) {
        return top.relativize(file).toString().replace('\\', '/');
    }
}
