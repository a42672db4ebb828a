package eu.counterpoint.extraction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Archives with one part that unpacks to gigabytes, made in the time that it takes to read those once. */
final class Bombs {

    private Bombs() {}

    /**
     * Packs the repeated text once, and writes that down so many times.
     *
     * @param parts those beside, by name, in their order; those without content first
     */
    static void zip(Path file, Map<String, String> parts, String name, String head, String repeated, int times,
            String tail) throws IOException {
        byte[] packedHead = packed(head, false);
        byte[] packedRepeated = packed(repeated, false);
        byte[] packedTail = packed(tail, true);
        byte[] unit = repeated.getBytes(StandardCharsets.UTF_8);
        CRC32 sum = new CRC32();
        sum.update(head.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < times; i++) {
            sum.update(unit);
        }
        sum.update(tail.getBytes(StandardCharsets.UTF_8));
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putArchiveEntry(new ZipArchiveEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
            ZipArchiveEntry bomb = new ZipArchiveEntry(name);
            bomb.setMethod(ZipEntry.DEFLATED);
            bomb.setSize(head.length() + (long) unit.length * times + tail.length());
            bomb.setCompressedSize(packedHead.length + (long) packedRepeated.length * times + packedTail.length);
            bomb.setCrc(sum.getValue());
            List<InputStream> pieces = new ArrayList<>();
            pieces.add(new ByteArrayInputStream(packedHead));
            for (int i = 0; i < times; i++) {
                pieces.add(new ByteArrayInputStream(packedRepeated));
            }
            pieces.add(new ByteArrayInputStream(packedTail));
            zip.addRawArchiveEntry(bomb, new SequenceInputStream(Collections.enumeration(pieces)));
        }
    }

    /** Whole blocks, that refer to nothing before them. */
    private static byte[] packed(String text, boolean last) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
            if (last) {
                deflater.finish();
            }
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            int length = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
            while (length > 0) {
                packed.write(buffer, 0, length);
                length = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
