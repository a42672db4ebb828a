package eu.counterpoint.extraction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.poifs.macros.VBAMacroReader;

/** Macros with one module, in the storages and streams that [MS-OVBA] wants of Office documents. */
record VbaProject(String source) {

    static final String MODULE = "Module1";

    private static final Charset LETTERS = Charset.forName("windows-1252");
    private static final int CODE_PAGE = 1252;
    private static final int LANGUAGE = 0x409;
    private static final int LARGEST_CHUNK = 4096;
    /** Of which every ninth byte says that the next eight are what they are. */
    private static final int LARGEST_SOURCE = LARGEST_CHUNK / 9 * 8;

    /** The sources that programs find in a document, by their modules. */
    static Map<String, String> in(Path file) throws IOException {
        try (VBAMacroReader reader = new VBAMacroReader(file.toFile())) {
            return reader.readMacros();
        }
    }

    /** As a part of OOXML documents. */
    byte[] file() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem project = new POIFSFileSystem()) {
            addTo(project.getRoot());
            project.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    void addTo(DirectoryEntry to) throws IOException {
        DirectoryEntry vba = to.createDirectory("VBA");
        add(vba, "dir", compressed(directory()));
        // No compiled form of any version: so it is compiled from its source.
        add(vba, "_VBA_PROJECT", new byte[]{(byte) 0xCC, 0x61, (byte) 0xFF, (byte) 0xFF, 0, 0, 0});
        add(vba, MODULE, compressed(source.getBytes(LETTERS)));
        add(to, "PROJECT", """
                ID="{5A1C7C7C-3B52-4C4E-9F0B-0C6D1E0A7B11}"
                Module=%s
                Name="VBAProject"
                HelpContextID="0"
                VersionCompatible32="393222000"

                [Host Extender Info]
                &H00000001={3832D640-CF90-11CF-8E43-00A0C911005A};VBE;&H00000000

                [Workspace]
                %s=0, 0, 0, 0, C
                """.formatted(MODULE, MODULE).replace("\n", "\r\n").getBytes(LETTERS));
        add(to, "PROJECTwm",
                (MODULE + "\0" + new String(wide(MODULE), StandardCharsets.ISO_8859_1) + "\0\0\0\0")
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void add(DirectoryEntry to, String name, byte[] content) throws IOException {
        to.createDocument(name, new ByteArrayInputStream(content));
    }

    /** 2.3.4.2: what there is, before it is compressed. */
    private static byte[] directory() {
        Records records = new Records();
        records.add(0x01, number(4, 1));
        records.add(0x02, number(4, LANGUAGE));
        records.add(0x14, number(4, LANGUAGE));
        records.add(0x03, number(2, CODE_PAGE));
        records.add(0x04, "VBAProject".getBytes(LETTERS));
        records.add(0x05, new byte[0]).add(0x40, new byte[0]);
        records.add(0x06, new byte[0]).add(0x3D, new byte[0]);
        records.add(0x07, number(4, 0));
        records.add(0x08, number(4, 0));
        // The version says that it is 4 bytes long, and has 6.
        records.add(0x09, number(4, 1)).bytes(number(2, 1));
        records.add(0x0C, new byte[0]).add(0x3C, new byte[0]);
        records.add(0x0F, number(2, 1));
        records.add(0x13, number(2, 0xFFFF));
        records.add(0x19, MODULE.getBytes(LETTERS)).add(0x47, wide(MODULE));
        records.add(0x1A, MODULE.getBytes(LETTERS)).add(0x32, wide(MODULE));
        records.add(0x1C, new byte[0]).add(0x48, new byte[0]);
        records.add(0x31, number(4, 0));
        records.add(0x1E, number(4, 0));
        records.add(0x2C, number(2, 0xFFFF));
        records.add(0x21, new byte[0]);
        records.add(0x2B, new byte[0]);
        records.add(0x10, new byte[0]);
        return records.bytes.toByteArray();
    }

    /** Each with its number and length before it. */
    private static final class Records {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Records add(int id, byte[] content) {
            return bytes(number(2, id)).bytes(number(4, content.length)).bytes(content);
        }

        Records bytes(byte[] content) {
            bytes.writeBytes(content);
            return this;
        }
    }

    /** 2.4.1: one chunk of literals. */
    private static byte[] compressed(byte[] plain) {
        if (plain.length > LARGEST_SOURCE) {
            throw new IllegalArgumentException("more than one chunk: " + plain.length + " bytes");
        }
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        for (int at = 0; at < plain.length; at += Byte.SIZE) {
            chunk.write(0);
            chunk.write(plain, at, Math.min(Byte.SIZE, plain.length - at));
        }
        ByteArrayOutputStream container = new ByteArrayOutputStream();
        container.write(1);
        container.writeBytes(number(2, 0xB000 | chunk.size() - 1));
        container.writeBytes(chunk.toByteArray());
        return container.toByteArray();
    }

    private static byte[] wide(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    private static byte[] number(int bytes, int number) {
        byte[] four = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
        return Arrays.copyOf(four, bytes);
    }
}
