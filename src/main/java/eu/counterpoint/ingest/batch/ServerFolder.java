package eu.counterpoint.ingest.batch;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

    /** What lies there cannot be read, while all else may be well. */
    static class UnreadableException extends IOException {
        UnreadableException(IOException cause) {
            super(cause);
        }
    }

    /**
     * Something in a folder.
     *
     * @param name     below the folder, with slashes
     * @param readable whether it is a file; else it is a folder that cannot be looked into
     */
    record Found(String name, Path path, boolean readable) {

        /**
         * Opens a file. The stream throws the same when it breaks off.
         *
         * @throws UnreadableException when that is not possible
         */
        InputStream open() throws UnreadableException {
            try {
                return new Source(new BufferedInputStream(Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)));
            } catch (IOException e) {
                throw new UnreadableException(e);
            }
        }
    }

    /**
     * Looks whether a folder may be sent.
     *
     * @param wanted below the folder of the settings; empty for itself
     * @throws NotAllowedException   for anybody but administrators
     * @throws BatchRefusedException when it is not offered, or there is no such folder
     */
    void check(String wanted, Reader by) throws IOException {
        top(wanted, by);
    }

    /**
     * Lists every file in or below a folder, and every folder in it that cannot be looked into, in the order of their names.
     * Throws as {@link #check}, and when there is too much in it.
     */
    List<Found> list(String wanted, Reader by) throws IOException {
        Path top = top(wanted, by);
        List<Found> found = new ArrayList<>();
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                return !path.equals(top) && isHidden(path)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !isHidden(path)) {
                    add(path, true);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException e) {
                if (path.equals(top)) {
                    throw BatchRefusedException.of("folder-unknown", wanted);
                }
                if (!isHidden(path)) {
                    add(path, false);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path path, @Nullable IOException e) {
                if (e != null) {
                    add(path, false);
                }
                return FileVisitResult.CONTINUE;
            }

            private void add(Path path, boolean readable) {
                if (found.size() == maxFiles) {
                    throw BatchRefusedException.tooLarge("too-many-files", maxFiles);
                }
                found.add(new Found(name(top, path), path, readable));
            }
        });
        found.sort(Comparator.comparing(Found::name));
        return found;
    }

    private Path top(String wanted, Reader by) throws IOException {
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new NotAllowedException("A folder of the server is for administrators");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw BatchRefusedException.of("folder-off");
        }
        return below(folder.toRealPath(), wanted);
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

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    private static String name(Path top, Path file) {
        return top.relativize(file).toString().replace('\\', '/');
    }

    /** A file that is being read, told apart from the place where it is kept: either may fail. */
    private static class Source extends FilterInputStream {

        Source(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                throw new UnreadableException(e);
            }
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                return super.read(into, from, length);
            } catch (IOException e) {
                throw new UnreadableException(e);
            }
        }
    }
}
