package eu.counterpoint.extraction.worker;

import eu.counterpoint.extraction.Password;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One file to read. Its path travels as a URI, which is exact whatever characters it has and whatever the locale of the
 * other process is.
 *
 * @param file      the original
 * @param name      its name as uploaded, or empty
 * @param password  that opens it; null where nobody has given one. It travels through the pipe alone.
 * @param languages of the text recognition, as Tesseract names them; empty where none is wanted
 * @param known     pages that need no recognition, from 1
 */
public record Task(Path file, String name, @Nullable Password password, String languages, Set<Integer> known) {

    private static final int MAX_NAME = 255;

    /** A file whose text is to be read. */
    public Task(Path file, String name, @Nullable Password password) {
        this(file, name, password, "", Set.of());
    }

    /** A file the pictures of whose pages are to be read. */
    public Task(Path file, String name, String languages, Set<Integer> known) {
        this(file, name, null, languages, known);
    }

    public void writeTo(DataOutputStream out) throws IOException {
        out.writeUTF(file.toUri().toASCIIString());
        out.writeUTF(name.length() <= MAX_NAME ? name : name.substring(name.length() - MAX_NAME));
        out.writeBoolean(password != null);
        if (password != null) {
            password.writeTo(out);
        }
        out.writeUTF(languages);
        out.writeInt(known.size());
        for (int page : known) {
            out.writeInt(page);
        }
        out.flush();
    }

    static Task readFrom(DataInputStream in) throws IOException {
        Path file = Path.of(URI.create(in.readUTF()));
        String name = in.readUTF();
        Password password = in.readBoolean() ? Password.readFrom(in) : null;
        String languages = in.readUTF();
        Set<Integer> known = new HashSet<>();
        for (int i = in.readInt(); i > 0; i--) {
            known.add(in.readInt());
        }
        return new Task(file, name, password, languages, known);
    }
}
