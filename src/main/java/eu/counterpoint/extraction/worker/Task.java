package eu.counterpoint.extraction.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * One file to read. Its path travels as a URI, which is exact whatever characters it has and whatever the locale of the
 * other process is.
 *
 * @param file the original
 * @param name its name as uploaded, or empty
 */
public record Task(Path file, String name) {

    private static final int MAX_NAME = 255;

    public void writeTo(DataOutputStream out) throws IOException {
        out.writeUTF(file.toUri().toASCIIString());
        out.writeUTF(name.length() <= MAX_NAME ? name : name.substring(name.length() - MAX_NAME));
        out.flush();
    }

    static Task readFrom(DataInputStream in) throws IOException {
        return new Task(Path.of(URI.create(in.readUTF())), in.readUTF());
    }
}
