package eu.counterpoint.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Passes a stream on and, before its end is told to the reader, shows its last bytes to a check that may refuse it. */
class LastBytes extends FilterInputStream {

    private final byte[] ring;
    private final Consumer<byte[]> check;
    private long read;

    LastBytes(InputStream content, int length, Consumer<byte[]> check) {
        super(content);
        this.ring = new byte[length];
        this.check = check;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = in.read(into, from, length);
        if (count < 0) {
            check.accept(last());
            return count;
        }
        for (int i = Math.max(0, count - ring.length); i < count; i++) {
            ring[(int) ((read + i) % ring.length)] = into[from + i];
        }
        read += count;
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private byte[] last() {
        int length = (int) Math.min(read, ring.length);
        byte[] last = new byte[length];
        for (int i = 0; i < length; i++) {
            last[i] = ring[(int) ((read - length + i) % ring.length)];
        }
        return last;
    }
}
