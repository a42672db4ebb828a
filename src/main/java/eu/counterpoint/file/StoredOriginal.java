package eu.counterpoint.file;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.AbstractResource;

/** An original as Spring MVC sends it, verified while it is read. */
class StoredOriginal extends AbstractResource {

    private final FileStore store;
    private final Sha256 sha256;
    private final long size;

    StoredOriginal(FileStore store, Sha256 sha256, long size) {
        this.store = store;
        this.sha256 = sha256;
        this.size = size;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return store.open(sha256);
    }

    @Override
    public long contentLength() {
        return size;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public String getDescription() {
        return "original " + sha256;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredOriginal original && original.sha256.equals(sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }
}
