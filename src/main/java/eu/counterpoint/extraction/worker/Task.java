package eu.counterpoint.extraction.worker;

import eu.counterpoint.extraction.Password;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One file to read. Its path travels as a URI, which is exact whatever characters it has and whatever the locale of the
 * other process is.
 *
 * @param file the original
 * @param name its name as uploaded, or empty
 * @param password that opens it; null where nobody has given one. It travels through the pipe alone.
 */
public record Task(Path file, String name, @Nullable Password password) {

    private static final int MAX_NAME = 255;

    public void writeTo(DataOutputStream out) throws IOException {
        out.writeUTF(file.toUri().toASCIIString());
        out.writeUTF(name.length() <= MAX_NAME ? name : name.substring(name.length() - MAX_NAME));
        out.writeBoolean(password != null);
        if (password != null) {
            password.writeTo(out);
        }
        out.flush();
    }

    static Task readFrom(DataInputStream in) throws IOException {
        return new Task(Path.of(URI.create(in.readUTF())), in.readUTF(),
                in.readBoolean() ? Password.readFrom(in) : null);
    }
}
