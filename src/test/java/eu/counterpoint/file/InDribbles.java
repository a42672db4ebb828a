package eu.counterpoint.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A sender on a slow line: a few bytes at a time. */
class InDribbles extends FilterInputStream {

    InDribbles(InputStream whole) {
        super(whole);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return super.read(bytes, offset, Math.min(length, 1_237));
    }
}
