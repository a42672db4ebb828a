package eu.counterpoint.file;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The answer that shows the cover of an original, as guarded as the original itself. */
@Component
public class CoverResponse {

    private final CoverStore store;

    CoverResponse(CoverStore store) {
        this.store = store;
    }

    /** The response for a cover, where there is one. Whether the reader may have the original is the caller's to check. */
    public Optional<ResponseEntity<byte[]>> of(Sha256 original) throws IOException {
        return store.find(original).map(
                jpeg -> DownloadResponse.guarded(MediaType.IMAGE_JPEG, tag(jpeg)).body(jpeg));
    }

    /** Of the picture, and not of the original. */
    private static String tag(byte[] jpeg) {
        MessageDigest digest = Sha256.digest();
        digest.update(jpeg);
        return Sha256.of(digest).hex();
    }
}
