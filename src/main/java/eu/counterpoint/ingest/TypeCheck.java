package eu.counterpoint.ingest;

import eu.counterpoint.extraction.QuickTypes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.detect.TextDetector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;

/**
 * Decides by its first bytes, and only then by its name, what a file is and whether the library takes it. Looks at magic
 * bytes alone: nothing is parsed here.
 */
@Component
class TypeCheck {

    /** How many of a file's first bytes are looked at. */
    static final int HEAD = 64 * 1024;

    private static final MediaType OLE = MediaType.application("x-tika-msoffice");
    private static final MediaType OOXML = MediaType.application("x-tika-ooxml");

    /** Taken together with whatever Tika's registry derives from them. */
    private static final Set<MediaType> FAMILIES = Set.of(OLE, OOXML, MediaType.TEXT_PLAIN, MediaType.TEXT_HTML,
            MediaType.application("xhtml+xml"), MediaType.APPLICATION_XML, MediaType.application("pdf"),
            MediaType.application("rtf"), MediaType.application("json"), MediaType.parse("message/rfc822"),
            MediaType.application("mbox"), MediaType.application("msword"), MediaType.application("vnd.ms-outlook"),
            MediaType.application("epub+zip"), MediaType.application("x-matroska"));

    /** Their many versions, the oldest of which Tika's registry derives from nothing. */
    private static final Pattern OFFICE = Pattern
            .compile("application/vnd\\.(ms-(word|excel|powerpoint)|oasis\\.opendocument\\.).*");

    private static final Set<String> IMAGES = Set.of("jpeg", "png", "gif", "webp", "tiff", "bmp", "x-ms-bmp", "svg+xml",
            "heic", "heif", "avif", "jp2");

    /** Text to the eye, a program to a machine; a library of documents has no need of them. */
    private static final Set<String> PROGRAMS = Set.of("application/x-sh", "application/x-csh", "application/x-bat",
            "application/javascript", "text/javascript", "text/ecmascript", "application/x-powershell",
            "text/x-powershell", "text/x-python", "text/x-perl", "text/x-php", "text/x-vbscript", "text/x-ruby",
            "text/x-tcl", "text/x-awk", "text/x-lua", "text/asp", "text/x-jsp", "application/postscript",
            "application/hta", "application/inf", "application/x-mswinurl", "application/java-archive");

    /** Names that the registry does not know. */
    private static final Pattern PROGRAM_NAME = Pattern.compile(
            "\\.(exe|msi|dll|jar|apk|ps1|psm1|vbs|vbe|wsf|cmd|com|scr|reg|lnk)$",
            Pattern.CASE_INSENSITIVE);

    /** The class id of a Windows installer, which is an OLE file like old Office documents. */
    private static final byte[] INSTALLER = {(byte) 0x84, 0x10, 0x0C, 0, 0, 0, 0, 0, (byte) 0xC0, 0, 0, 0, 0, 0, 0,
            0x46};

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final QuickTypes quick = new QuickTypes(types);
    private final MediaTypeRegistry registry = types.getMediaTypeRegistry();

    /**
     * What a file is.
     *
     * @param atTheEnd whether only the end of the file will tell that it is not some other archive: see
     *                 {@link #checkEnd}
     */
    record Verdict(String mediaType, boolean atTheEnd) {}

    /**
     * The media type of a file that is taken.
     *
     * @param head its first {@link #HEAD} bytes, or all of it
     * @throws UnsupportedTypeException when it is not taken
     */
    Verdict check(String name, byte[] head) {
        MediaType byName = detect(new byte[0], name);
        if (head.length == HEAD && isTaken(byName) && isZip(byName)
                && detect(head, "").equals(MediaType.APPLICATION_ZIP)
                && ZipNames.in(head).documentType() == null) {
            return new Verdict(byName.toString(), true);
        }
        return new Verdict(decide(name, byName, head), false);
    }

    /**
     * Looks at the end of an archive whose beginning did not tell what it is.
     *
     * @param tail its last bytes, where its table of contents is
     * @throws UnsupportedTypeException when it is no document
     */
    void checkEnd(String name, byte[] tail) {
        if (ZipNames.in(tail).documentType() == null) {
            throw new UnsupportedTypeException(name, MediaType.APPLICATION_ZIP.toString());
        }
    }

    private String decide(String name, MediaType byName, byte[] head) {
        MediaType byContent = detect(head, "");
        // As Tika has it: a name that says more precisely what the content says counts. Looking again takes its time.
        MediaType both = byName.equals(byContent) || registry.isSpecializationOf(byName, byContent)
                ? byName
                : detect(head, name);
        if (isProgram(byContent.toString(), head)) {
            throw new UnsupportedTypeException(name, byContent.toString());
        }
        if (PROGRAMS.contains(byName.toString()) || PROGRAM_NAME.matcher(name).find()) {
            throw new UnsupportedTypeException(name, byName.toString());
        }
        if (isZip(byContent)) {
            return zipped(name, byContent, both, head).toString();
        }
        if (byContent.equals(OLE) && contains(head, INSTALLER)) {
            throw new UnsupportedTypeException(name, "application/x-ms-installer");
        }
        if (isTaken(byContent)) {
            return (isTaken(both) ? both : byContent).toString();
        }
        if (byContent.equals(MediaType.OCTET_STREAM) || byContent.equals(MediaType.EMPTY)) {
            return unknown(name, byName, head).toString();
        }
        if (byContent.equals(MediaType.application("applefile")) && isTaken(byName)) {
            return byContent.toString(); // a Mac's wrapper around the file that the name speaks of
        }
        if (looksLikeText(head)) {
            return byContent.toString();
        }
        throw new UnsupportedTypeException(name, byContent.toString());
    }

    /** Office, OpenDocument and e-books are zip archives; of others, one that is called so and holds documents is taken. */
    private MediaType zipped(String name, MediaType byContent, MediaType both, byte[] head) {
        if (!byContent.equals(MediaType.APPLICATION_ZIP) && !byContent.equals(OOXML) && isTaken(byContent)) {
            return byContent;
        }
        ZipNames names = ZipNames.in(head);
        MediaType inside = names.documentType();
        if (inside == null && byContent.equals(MediaType.APPLICATION_ZIP) && both.equals(byContent)
                && isOfDocuments(names)) {
            return byContent;
        }
        if (inside == null || !isTaken(inside)) {
            throw new UnsupportedTypeException(name,
                    (inside != null ? inside : byContent.equals(OOXML) ? both : byContent).toString());
        }
        return registry.isSpecializationOf(both, OOXML) && isTaken(both) ? both : inside;
    }

    /** Whether an archive has documents in it, as far as its beginning tells, and no programs. */
    private boolean isOfDocuments(ZipNames zip) {
        List<String> names = zip.files();
        return !zip.isProgram() && names.stream().noneMatch(this::isProgramByName)
                && names.stream().anyMatch(name -> isTaken(detect(new byte[0], name)));
    }

    private boolean isProgramByName(String name) {
        return PROGRAMS.contains(detect(new byte[0], name).toString()) || PROGRAM_NAME.matcher(name).find();
    }

    /** Content that no magic byte tells: an old code page, nothing at all, or a file of a kind unheard of. */
    private MediaType unknown(String name, MediaType byName, byte[] head) {
        if (isTaken(byName)) {
            return byName;
        }
        boolean nameSaysNothing = byName.equals(MediaType.OCTET_STREAM);
        if (nameSaysNothing && (head.length == 0 || looksLikeText(head))) {
            return head.length == 0 ? byName : MediaType.TEXT_PLAIN;
        }
        throw new UnsupportedTypeException(name, byName.toString());
    }

    private boolean isZip(MediaType type) {
        return registry.isInstanceOf(type, MediaType.APPLICATION_ZIP);
    }

    private boolean isTaken(MediaType type) {
        if (type.getType().equals("image")) {
            return IMAGES.contains(type.getSubtype());
        }
        if (type.getType().equals("audio") || type.getType().equals("video")) {
            return true;
        }
        String name = type.toString();
        return !PROGRAMS.contains(name) && !name.startsWith("application/vnd.ms-xps") && (type.getType().equals("text")
                || OFFICE.matcher(name).matches() || FAMILIES.stream()
                        .anyMatch(family -> type.equals(family) || registry.isSpecializationOf(type, family)));
    }

    private static boolean isProgram(String byContent, byte[] head) {
        return PROGRAMS.contains(byContent)
                || head.length > 2 && head[0] == '#' && head[1] == '!' && (head[2] == '/' || head[2] == ' ');
    }

    private static boolean looksLikeText(byte[] head) {
        try {
            return new TextDetector(HEAD).detect(new ByteArrayInputStream(head), new Metadata())
                    .equals(MediaType.TEXT_PLAIN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean contains(byte[] head, byte[] wanted) {
        for (int at = 0; at + wanted.length <= head.length; at++) {
            if (Arrays.equals(head, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    private MediaType detect(byte[] head, String name) {
        Metadata hints = new Metadata();
        if (!name.isEmpty()) {
            hints.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        try {
            return quick.detect(new ByteArrayInputStream(head), hints);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
