package eu.counterpoint.extraction.worker;

import eu.counterpoint.extraction.Extraction.Status;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link FrameWriter} wrote, and trusts none of it: the other end may have been taken over by a file. */
public final class FrameReader {

    /** A frame is a passage, a page's unfinished end or a bounded set of properties: far less than this. */
    static final int MAX_BYTES = 4 << 20;

    private final DataInputStream in;

    public FrameReader(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    }

    /**
     * Waits for the next frame.
     *
     * @throws java.io.EOFException     when the worker has gone
     * @throws StreamCorruptedException when it is not a frame
     */
    public Frame read() throws IOException {
        char kind = (char) in.readUnsignedByte();
        int length = in.readInt();
        if (length < 0 || length > MAX_BYTES) {
            throw new StreamCorruptedException("frame of " + length + " bytes");
        }
        ByteBuffer content = ByteBuffer.wrap(in.readNBytes(length));
        if (content.remaining() < length) {
            throw new StreamCorruptedException("half a frame");
        }
        try {
            return frame(kind, content);
        } catch (RuntimeException malformed) {
            throw new StreamCorruptedException("frame " + (int) kind + ": " + malformed);
        }
    }

    private static Frame frame(char kind, ByteBuffer content) {
        return switch (kind) {
            case 'R' -> new Frame.Ready();
            case 'P' -> new Frame.Progress();
            case 'T' -> text(content);
            case 'D' -> {
                List<Frame.Text> texts = new ArrayList<>();
                for (int i = content.getInt(); i > 0; i--) {
                    texts.add(text(content));
                }
                yield new Frame.Draft(texts);
            }
            case 'A' -> {
                Map<String, List<String>> metadata = new LinkedHashMap<>();
                for (int i = content.getInt(); i > 0; i--) {
                    String name = present(content);
                    List<String> values = new ArrayList<>();
                    for (int j = content.getInt(); j > 0; j--) {
                        values.add(present(content));
                    }
                    metadata.put(name, values);
                }
                yield new Frame.About(metadata);
            }
            case 'O' -> new Frame.Recognised(content.getInt(), content.getInt());
            case 'C' -> new Frame.Picture(content.getInt(), content.getInt(), bytes(content));
            case 'E' -> new Frame.End(Status.valueOf(present(content)), reason(string(content)), string(content),
                    languages(content), content.getInt());
            default -> throw new IllegalArgumentException("unknown kind");
        };
    }

    private static byte[] bytes(ByteBuffer content) {
        int length = content.getInt();
        if (length < 0 || length > content.remaining()) {
            throw new IllegalArgumentException("not as many bytes as it says");
        }
        byte[] bytes = new byte[length];
        content.get(bytes);
        return bytes;
    }

    private static Map<Integer, String> languages(ByteBuffer content) {
        Map<Integer, String> languages = new LinkedHashMap<>();
        for (int i = content.getInt(); i > 0; i--) {
            languages.put(content.getInt(), present(content));
        }
        return languages;
    }

    private static Frame.Text text(ByteBuffer content) {
        return new Frame.Text(content.getInt(), content.getInt(), string(content), present(content),
                content.getInt());
    }

    private static @Nullable Reason reason(@Nullable String name) {
        return name == null ? null : Reason.valueOf(name);
    }

    private static String present(ByteBuffer content) {
        String string = string(content);
        if (string == null) {
            throw new IllegalArgumentException("nothing where something has to be");
        }
        return string;
    }

    private static @Nullable String string(ByteBuffer content) {
        int length = content.getInt();
        if (length == -1) {
            return null;
        }
        String string = new String(content.array(), content.position(), length, StandardCharsets.UTF_8);
        content.position(content.position() + length);
        return string;
    }
}
