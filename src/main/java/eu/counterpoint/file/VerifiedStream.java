package eu.counterpoint.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * An original that is checked while it is read. The last bytes are handed out only once the whole was found to be what
 * was stored, so that a download of something else breaks off. Who skips reads a part, which cannot be checked.
 */
class VerifiedStream extends FilterInputStream {

    private final Sha256 expected;
    private final long size;
    private final MessageDigest digest = Sha256.digest();
    private long count;
    private boolean skipped;
    private boolean verified;

    VerifiedStream(Path original, Sha256 expected) throws IOException {
        super(Files.newInputStream(original));
        this.expected = expected;
        this.size = Files.size(original);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read > 0) {
            count += read;
            digest.update(bytes, offset, read);
        }
        if (count >= size || read == -1) {
            verify();
        }
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        skipped |= wanted > 0;
        return in.skip(wanted);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void verify() throws DamagedFileException {
        if (skipped || verified && count == size) {
            return;
        }
        if (count != size || !Sha256.of(digest).equals(expected)) {
            throw new DamagedFileException(expected);
        }
        verified = true;
    }
}
