package eu.counterpoint.extraction.worker;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes frames: a byte for the kind, four for the length, then the content. Safe for several threads. */
public final class FrameWriter {

    private final DataOutputStream out;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(4096);
    private final DataOutputStream data = new DataOutputStream(content);

    public FrameWriter(OutputStream out) {
        this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
    }

    /** Writes into the buffer; {@link #flush} sends it. */
    public synchronized void write(Frame frame) throws IOException {
        content.reset();
        char kind = switch (frame) {
            case Frame.Ready ready -> 'R';
            case Frame.Progress progress -> 'P';
            case Frame.Text text -> {
                text(text);
                yield 'T';
            }
            case Frame.Draft draft -> {
                data.writeInt(draft.texts().size());
                for (Frame.Text text : draft.texts()) {
                    text(text);
                }
                yield 'D';
            }
            case Frame.About about -> {
                data.writeInt(about.metadata().size());
                for (var entry : about.metadata().entrySet()) {
                    string(entry.getKey());
                    data.writeInt(entry.getValue().size());
                    for (String value : entry.getValue()) {
                        string(value);
                    }
                }
                yield 'A';
            }
            case Frame.Recognised recognised -> {
                data.writeInt(recognised.pages());
                data.writeInt(recognised.of());
                yield 'O';
            }
            case Frame.Picture picture -> {
                data.writeInt(picture.width());
                data.writeInt(picture.height());
                data.writeInt(picture.jpeg().length);
                data.write(picture.jpeg());
                yield 'C';
            }
            case Frame.End end -> {
                string(end.status().name());
                string(end.reason() == null ? null : end.reason().name());
                string(end.language());
                data.writeInt(end.others().size());
                for (var other : end.others().entrySet()) {
                    data.writeInt(other.getKey());
                    string(other.getValue());
                }
                data.writeInt(end.pages());
                yield 'E';
            }
        };
        out.writeByte(kind);
        out.writeInt(content.size());
        content.writeTo(out);
    }

    public synchronized void flush() throws IOException {
        out.flush();
    }

    private void text(Frame.Text text) throws IOException {
        data.writeInt(text.document());
        data.writeInt(text.page());
        string(text.part());
        string(text.text());
        data.writeInt(text.second());
    }

    /** Null is written as a length of -1. */
    private void string(@Nullable String string) throws IOException {
        if (string == null) {
            data.writeInt(-1);
            return;
        }
        byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
        data.writeInt(bytes.length);
        data.write(bytes);
    }
}
