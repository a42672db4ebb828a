package eu.counterpoint.extraction;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/**
 * What a file seems to be, told by its first bytes and its name, without parsing it. Office documents are containers, so by
 * content alone most of them are no more than {@code application/zip}, {@code application/x-tika-ooxml} or
 * {@code application/x-tika-msoffice}; the name says which, and is believed where the content does not contradict it.
 *
 * @param byContent by the first 64 KiB; {@code application/octet-stream} when they say nothing
 * @param byName    by the suffix; {@code application/octet-stream} when it says nothing
 * @param likely    by both, where the content decides
 */
public record ContentType(String byContent, String byName, String likely) {

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    /**
     * Looks at a file.
     *
     * @param file the file, of any size
     * @param name its name as uploaded
     * @throws IOException when it cannot be opened
     */
    public static ContentType of(Path file, String name) throws IOException {
        Metadata named = new Metadata();
        named.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return new ContentType(base(TYPES.detect(in, new Metadata())), base(TYPES.detect(null, named)),
                    base(TYPES.detect(in, named)));
        }
    }

    /** Whether the content may be what the name says: the same, a special case of it, or the container it comes in. */
    public boolean isAsNamed() {
        MediaTypeRegistry registry = TYPES.getMediaTypeRegistry();
        MediaType named = MediaType.parse(byName);
        MediaType content = MediaType.parse(byContent);
        return named.equals(MediaType.OCTET_STREAM) || content.equals(named)
                || registry.isInstanceOf(content, named) || registry.isSpecializationOf(named, content);
    }

    private static String base(MediaType type) {
        return type.getBaseType().toString();
    }
}
