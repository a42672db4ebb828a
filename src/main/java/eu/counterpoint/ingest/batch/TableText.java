package eu.counterpoint.ingest.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a table, whatever the program that wrote it takes for text: a byte order mark counts, then UTF-8 where it is
 * that, and else Windows-1252, as Excel writes it in Western Europe.
 *
 * @param skip bytes of a mark before the text
 */
record TableText(Path file, Charset charset, int skip) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static TableText of(Path file) throws IOException {
        byte[] head;
        try (InputStream content = Files.newInputStream(file)) {
            head = content.readNBytes(3);
        }
        if (begins(head, 0xEF, 0xBB, 0xBF)) {
            return new TableText(file, StandardCharsets.UTF_8, 3);
        }
        if (begins(head, 0xFF, 0xFE)) {
            return new TableText(file, StandardCharsets.UTF_16LE, 2);
        }
        if (begins(head, 0xFE, 0xFF)) {
            return new TableText(file, StandardCharsets.UTF_16BE, 2);
        }
        return new TableText(file, isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS, 0);
    }

    boolean guessed() {
        return charset.equals(WINDOWS);
    }

    Reader open() throws IOException {
        InputStream content = Files.newInputStream(file);
        content.skipNBytes(skip);
        return new BufferedReader(new InputStreamReader(content, charset));
    }

    private static boolean isUtf8(Path file) throws IOException {
        try (Reader text = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT))) {
            char[] some = new char[8192];
            while (text.read(some) >= 0) {
                // Only whether it can be read.
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean begins(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (Byte.toUnsignedInt(head[i]) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
