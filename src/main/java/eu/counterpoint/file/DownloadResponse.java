package eu.counterpoint.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The answer that hands out an original: always as a download, and so that nothing in it ever runs in our origin,
 * whatever it claims to be. Ranges and conditional requests are answered by Spring MVC.
 */
@Component
public class DownloadResponse {

    /** What a browser runs nothing of. Everything else, HTML and SVG above all, goes out as bytes without a type. */
    private static final Set<String> SAFE = Set.of("application/pdf", "text/plain", "text/csv", "image/png",
            "image/jpeg", "image/gif", "image/webp", "audio/mpeg", "audio/mp4", "audio/ogg", "video/mp4", "video/webm",
            "application/zip", "application/epub+zip", "application/rtf", "application/msword",
            "application/vnd.ms-excel", "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation");

    private final FileStore store;

    DownloadResponse(FileStore store) {
        this.store = store;
    }

    /**
     * The response for an original. Whether the reader may have it is the caller's to check.
     *
     * @param name      what the download is called
     * @param mediaType by content, or null where it is not known
     * @throws java.nio.file.NoSuchFileException when the store has no such original
     */
    public ResponseEntity<Resource> of(Sha256 sha256, String name, @Nullable String mediaType) throws IOException {
        long size = Files.size(store.path(sha256));
        return guarded(safe(mediaType), sha256.hex())
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .body(new StoredOriginal(store, sha256, size));
    }

    /** An answer that a browser keeps to itself and asks for again each time, because a material can be withdrawn, and that runs nowhere. */
    static ResponseEntity.BodyBuilder guarded(MediaType type, String tag) {
        return ResponseEntity.ok().contentType(type).eTag("\"" + tag + "\"")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }

    private static MediaType safe(@Nullable String mediaType) {
        return mediaType != null && SAFE.contains(mediaType)
                ? MediaType.parseMediaType(mediaType)
                : MediaType.APPLICATION_OCTET_STREAM;
    }
}
