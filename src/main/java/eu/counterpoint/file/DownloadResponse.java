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
 * The answer that hands out an original: as a download, or a PDF for the browser's own viewer, and so that nothing in it
 * ever runs in our origin, whatever it claims to be. Ranges and conditional requests are answered by Spring MVC.
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

    private static final String NOWHERE = "sandbox; default-src 'none'";

    /**
     * Without {@code sandbox}, in which a browser's viewer may refuse to start. The viewer is a program of the browser's own, in an
     * origin of its own; on the page around it nothing may be loaded, run, sent or framed.
     */
    private static final String IN_THE_VIEWER = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

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
        return original(guarded(safe(mediaType), sha256.hex()), ContentDisposition.attachment(), sha256, name);
    }

    /**
     * The response for an original that is a PDF, to be shown by the browser. It says that it is one whatever it is: a viewer
     * then finds that it cannot show it, and nothing else ever tries.
     *
     * @param name what it is called when it is kept from the viewer
     * @throws java.nio.file.NoSuchFileException when the store has no such original
     */
    public ResponseEntity<Resource> shown(Sha256 sha256, String name) throws IOException {
        return original(guarded(MediaType.APPLICATION_PDF, sha256.hex(), IN_THE_VIEWER), ContentDisposition.inline(),
                sha256, name);
    }

    private ResponseEntity<Resource> original(ResponseEntity.BodyBuilder answer, ContentDisposition.Builder disposition,
            Sha256 sha256, String name) throws IOException {
        long size = Files.size(store.path(sha256));
        return answer.header(HttpHeaders.CONTENT_DISPOSITION,
                disposition.filename(name, StandardCharsets.UTF_8).build().toString())
                .body(new StoredOriginal(store, sha256, size));
    }

    /** An answer that a browser keeps to itself and asks for again each time, because a material can be withdrawn, and that runs nowhere. */
    static ResponseEntity.BodyBuilder guarded(MediaType type, String tag) {
        return guarded(type, tag, NOWHERE);
    }

    private static ResponseEntity.BodyBuilder guarded(MediaType type, String tag, String contentSecurityPolicy) {
        return ResponseEntity.ok().contentType(type).eTag("\"" + tag + "\"")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", contentSecurityPolicy)
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }

    private static MediaType safe(@Nullable String mediaType) {
        return mediaType != null && SAFE.contains(mediaType)
                ? MediaType.parseMediaType(mediaType)
                : MediaType.APPLICATION_OCTET_STREAM;
    }
}
