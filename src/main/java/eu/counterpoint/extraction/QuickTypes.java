package eu.counterpoint.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/**
 * What Tika's magic bytes and names tell of a file, sooner. Tika holds the beginning of a file against each of its 1,400
 * patterns, some of them regular expressions that it compiles anew, in which time a small document is read. Where the first
 * bytes leave no doubt they alone are looked at, and Tika's own rules for the name follow; of all others Tika is asked.
 */
public final class QuickTypes implements Detector {

    private static final long serialVersionUID = 1L;

    private static final MediaType OOXML = MediaType.application("x-tika-ooxml");
    /** Old Office documents, of which only their name and their inside tell which: for the latter Tika has a detector of its own. */
    private static final MediaType OLE = MediaType.application("x-tika-msoffice");
    private static final MediaType WMF = MediaType.image("wmf");
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    /** Where the name of a ZIP's first entry begins. */
    private static final int FIRST_NAME = 30;
    private static final List<byte[]> OF_OOXML = List.of(ascii("[Content_Types].xml"), ascii("_rels/.rels"));
    /** Under this name an archive says of itself what it is. */
    private static final byte[] SAYS_ITSELF = ascii("mimetype");
    private static final int LONGEST = 64;

    private static final List<Beginning> BEGINNINGS = List.of(
            new Beginning(ascii("%PDF-"), MediaType.application("pdf")),
            new Beginning(ascii("{\\rtf"), MediaType.application("rtf")),
            new Beginning(bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'), MediaType.image("png")),
            new Beginning(bytes(0xFF, 0xD8, 0xFF), MediaType.image("jpeg")),
            new Beginning(ascii("GIF87a"), MediaType.image("gif")),
            new Beginning(ascii("GIF89a"), MediaType.image("gif")),
            // Windows draws with these in documents of all kinds.
            new Beginning(bytes(0xD7, 0xCD, 0xC6, 0x9A, 0, 0), WMF), new Beginning(bytes(1, 0, 9, 0, 0, 3), WMF),
            new Beginning(bytes(1, 0, 0, 0), 40, ascii(" EMF"), MediaType.image("emf")),
            new Beginning(bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1), OLE));

    private final MimeTypes types;

    public QuickTypes(MimeTypes types) {
        this.types = types;
    }

    /**
     * What a file of a type begins with.
     *
     * @param at  where something else of it stands
     * @param also that, or nothing
     */
    private record Beginning(byte[] bytes, int at, byte[] also, MediaType type) {

        Beginning(byte[] bytes, MediaType type) {
            this(bytes, 0, new byte[0], type);
        }

        boolean of(byte[] head, int length) {
            return starts(head, length, 0, bytes) && starts(head, length, at, also);
        }
    }

    /** @param in at its beginning, where it is left; may be null */
    @Override
    public MediaType detect(@Nullable InputStream in, Metadata metadata) throws IOException {
        List<MediaType> byContent = in == null ? List.of() : sure(in);
        return byContent.isEmpty() ? types.detect(in, metadata) : named(byContent, metadata);
    }

    /** As Tika has it: what is said of a file counts where it says more precisely what the content says. */
    private MediaType named(List<MediaType> byContent, Metadata metadata) throws IOException {
        List<MediaType> possible = byContent;
        for (String property : List.of(TikaCoreProperties.RESOURCE_NAME_KEY, HttpHeaders.CONTENT_TYPE)) {
            String said = metadata.get(property);
            if (said != null) {
                Metadata alone = new Metadata();
                alone.set(property, said);
                MediaType hint = types.detect(null, alone);
                if (possible.stream().anyMatch(type -> hint.equals(type)
                        || types.getMediaTypeRegistry().isSpecializationOf(hint, type))) {
                    possible = List.of(hint);
                }
            }
        }
        return possible.getFirst();
    }

    /** What the first bytes tell without doubt, the most precise first; nothing where they do not. */
    private List<MediaType> sure(InputStream in) throws IOException {
        byte[] head = new byte[LONGEST];
        in.mark(LONGEST);
        int length;
        try {
            length = in.readNBytes(head, 0, LONGEST);
        } finally {
            in.reset();
        }
        if (starts(head, length, 0, ZIP)) {
            return OF_OOXML.stream().anyMatch(name -> starts(head, length, FIRST_NAME, name))
                    ? List.of(OOXML, MediaType.APPLICATION_ZIP)
                    : starts(head, length, FIRST_NAME, SAYS_ITSELF) ? List.of() : List.of(MediaType.APPLICATION_ZIP);
        }
        return BEGINNINGS.stream().filter(beginning -> beginning.of(head, length)).map(Beginning::type).limit(1)
                .toList();
    }

    private static boolean starts(byte[] head, int length, int at, byte[] wanted) {
        return at + wanted.length <= length && Arrays.equals(head, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
