package eu.counterpoint.ingest.batch;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * A ZIP of files, unpacked as it streams: nothing of it is held in memory or put on the disk but the originals. What it
 * may unpack to is limited, in all and against its packed size, so that an archive that explodes is refused early.
 */
class Archive {

    /** What is smaller when unpacked explodes nothing, however well it was packed. */
    private static final long HARMLESS = 1 << 20;
    private static final Charset OF_WINDOWS = Charset.forName("IBM850");

    private final BatchSettings settings;
    private long unpacked;

    Archive(BatchSettings settings) {
        this.settings = settings;
    }

    /** Gets the files of an archive one after another. */
    interface Entries {

        /** @param content to be read, not to be closed */
        void file(String name, InputStream content) throws IOException;
    }

    static boolean isOne(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** @throws BatchRefusedException when it is none, is broken, or exceeds a limit */
    void unpack(String name, InputStream content, Entries entries) throws IOException {
        int count = 0;
        Source source = new Source(new BufferedInputStream(content));
        // None that is neither packed nor says how long it is: that would have to be held in memory to find its end.
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(source, "UTF-8", true, false)) {
            ZipArchiveEntry entry;
            while ((entry = next(zip, name, source)) != null) {
                if (++count > settings.maxArchiveEntries()) {
                    throw BatchRefusedException.tooLarge("archive-entries", name, settings.maxArchiveEntries());
                }
                String called = called(entry);
                Guarded guarded = new Guarded(zip, name, source);
                if (isFile(entry, called)) {
                    if (entry.getGeneralPurposeBit().usesEncryption()) {
                        throw BatchRefusedException.of("archive-encrypted", name);
                    }
                    if (!zip.canReadEntryData(entry)) {
                        throw BatchRefusedException.of("archive-method", name);
                    }
                    entries.file(called, guarded);
                }
                if (entry.getGeneralPurposeBit().usesDataDescriptor()) {
                    // Where nothing says how long it is, the way to the next entry is to unpack it, and that counts.
                    guarded.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
        if (count == 0) {
            throw BatchRefusedException.of("archive-broken", name);
        }
    }

    private static ZipArchiveEntry next(ZipArchiveInputStream zip, String name, Source source) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IOException e) {
            throw broken(name, source, e);
        } catch (IllegalArgumentException e) {
            throw BatchRefusedException.of("archive-broken", name);
        }
    }

    /** The archive is to blame where what it comes from is not: one that was cut off looks like any trouble with reading. */
    private static BatchRefusedException broken(String name, Source source, IOException e) throws IOException {
        if (source.failed) {
            throw e;
        }
        return BatchRefusedException.of("archive-broken", name);
    }

    /** What an archive comes from. */
    private static class Source extends FilterInputStream {

        private boolean failed;

        Source(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                return super.read(into, from, length);
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }
    }

    /**
     * The name of an entry, with slashes between its folders. What does not say that it is UTF-8 and cannot be, was packed by
     * Windows with the letters of its console in Western Europe, as the ZIP format has them from of old.
     */
    private static String called(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        String name = entry.getName();
        if (raw != null && !entry.getGeneralPurposeBit().usesUTF8ForNames()
                && entry.getNameSource() == ZipArchiveEntry.NameSource.NAME) {
            try {
                name = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
            } catch (CharacterCodingException e) {
                name = new String(raw, OF_WINDOWS);
            }
        }
        return name.replace('\\', '/');
    }

    /** What a Mac and Windows put in for themselves is no document. */
    private static boolean isFile(ZipArchiveEntry entry, String name) {
        String last = Originals.lastName(name);
        return !entry.isDirectory() && !entry.isUnixSymlink() && !name.startsWith("__MACOSX/") && !last.startsWith(".")
                && !last.equalsIgnoreCase("thumbs.db") && !last.equalsIgnoreCase("desktop.ini") && !last.isEmpty();
    }

    /** The content of one entry, counted. */
    private class Guarded extends FilterInputStream {

        private final ZipArchiveInputStream zip;
        private final String name;
        private final Source source;

        Guarded(ZipArchiveInputStream zip, String name, Source source) {
            super(zip);
            this.zip = zip;
            this.name = name;
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count;
            try {
                count = zip.read(into, from, length);
            } catch (IOException e) {
                throw broken(name, source, e);
            }
            if (count > 0) {
                unpacked += count;
                if (unpacked > settings.maxArchiveSize().toBytes()) {
                    throw BatchRefusedException.tooLarge("archive-size", name, settings.maxArchiveSize().toMegabytes());
                }
                if (zip.getUncompressedCount() > HARMLESS
                        && zip.getUncompressedCount() / settings.maxArchiveRatio() > zip.getCompressedCount()) {
                    throw BatchRefusedException.tooLarge("archive-ratio", name, settings.maxArchiveRatio());
                }
            }
            return count;
        }

        @Override
        public void close() {
            // The next entry follows.
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
