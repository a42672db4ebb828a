package eu.counterpoint.ingest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.tika.mime.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * Names of entries of a zip archive, read from the local headers (APPNOTE 4.3.7) at its beginning or the central directory
 * (4.3.12) at its end, without unpacking anything.
 */
record ZipNames(List<String> names) {

    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_HEADER = 0x02014b50;
    private static final int CENTRAL_LENGTH = 46;
    private static final int SIZE_FOLLOWS_DATA = 1 << 3;

    /** The entries that a stretch of an archive tells of. */
    static ZipNames in(byte[] part) {
        List<String> names = new ArrayList<>();
        ByteBuffer zip = ByteBuffer.wrap(part).order(ByteOrder.LITTLE_ENDIAN);
        // Goes on in each step, whatever sizes the archive claims.
        long at = 0;
        while (at + CENTRAL_LENGTH <= part.length) {
            int start = (int) at;
            switch (zip.getInt(start)) {
                case LOCAL_HEADER -> {
                    int nameLength = Short.toUnsignedInt(zip.getShort(start + 26));
                    at = add(names, part, start + LOCAL_LENGTH, nameLength);
                    if ((zip.getShort(start + 6) & SIZE_FOLLOWS_DATA) == 0) {
                        at += Short.toUnsignedInt(zip.getShort(start + 28))
                                + Integer.toUnsignedLong(zip.getInt(start + 18));
                    }
                }
                case CENTRAL_HEADER ->
                    at = add(names, part, start + CENTRAL_LENGTH, Short.toUnsignedInt(zip.getShort(start + 28)));
                default -> at++; // no header here: the size of the entry before was not known
            }
        }
        return new ZipNames(names);
    }

    /** Adds the name as far as it is there; answers where it ends. */
    private static int add(List<String> names, byte[] part, int from, int length) {
        if (from + length <= part.length) {
            names.add(new String(part, from, length, StandardCharsets.UTF_8).replace('\\', '/'));
        }
        return from + length;
    }

    /** The kind of document that this archive is, or null when it is none. */
    @Nullable
    MediaType documentType() {
        if (hasBelow("word/")) {
            return office("wordprocessingml.document");
        }
        if (hasBelow("xl/")) {
            return office("spreadsheetml.sheet");
        }
        if (hasBelow("ppt/")) {
            return office("presentationml.presentation");
        }
        if (names.contains("content.xml")
                && (names.contains("META-INF/manifest.xml") || names.contains("styles.xml"))) {
            return MediaType.application("vnd.oasis.opendocument.text");
        }
        if (names.contains("META-INF/container.xml") || names.contains("mimetype")) {
            return MediaType.application("epub+zip");
        }
        if (hasBelow("visio/") || hasBelow("Documents/1/")) {
            return null;
        }
        return names.contains("[Content_Types].xml") || names.contains("_rels/.rels") || hasBelow("docProps/")
                ? MediaType.application("x-tika-ooxml")
                : null;
    }

    /** Whether it is a program of Java or Android. */
    boolean isProgram() {
        return names.contains("META-INF/MANIFEST.MF") || names.contains("AndroidManifest.xml")
                || names.contains("classes.dex");
    }

    /** The names of files, without folders and what a Mac adds. */
    List<String> files() {
        return names.stream().filter(name -> !name.endsWith("/") && !name.startsWith("__MACOSX/")).toList();
    }

    private boolean hasBelow(String folder) {
        return names.stream().anyMatch(name -> name.startsWith(folder));
    }

    private static MediaType office(String kind) {
        return MediaType.application("vnd.openxmlformats-officedocument." + kind);
    }
}
