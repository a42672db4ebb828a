package eu.counterpoint.extraction.worker;

import eu.counterpoint.extraction.Extraction.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipFile;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.UnsupportedFormatException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.jspecify.annotations.Nullable;

/** How reading a file ended, and why, out of what Tika threw and what was read before. */
record Ending(Status status, @Nullable Reason reason) {

    /** By name, because each library has its own. */
    private static final Set<String> ENCRYPTED = Set.of("EncryptedDocumentException", "InvalidPasswordException",
            "PasswordRequiredException", "EncryptedPowerPointFileException");

    /** The parser came to its end. */
    static Ending of(Path file, Transcript transcript, Metadata metadata) {
        Reason limit = transcript.limit();
        if (limit != null) {
            return new Ending(Status.TRUNCATED, limit);
        }
        if (transcript.hasText()) {
            if (isDamagedZip(file, metadata)) {
                return new Ending(Status.TRUNCATED, Reason.DAMAGED_PARTLY);
            }
            if (transcript.tooDeep()) {
                return new Ending(Status.TRUNCATED, Reason.TOO_DEEP);
            }
            if (transcript.hasMissedParts()) {
                return new Ending(Status.TRUNCATED, Reason.PARTS_MISSED);
            }
            // Pictures beside words mostly adorn them.
            return transcript.hasScannedParts()
                    ? new Ending(Status.TRUNCATED, Reason.SCAN_IN_PARTS)
                    : new Ending(Status.EXTRACTED, null);
        }
        if (Recording.is(metadata)) {
            return new Ending(Status.EMPTY, Reason.RECORDING);
        }
        if (transcript.isUnsupported()) {
            return new Ending(Status.UNREADABLE, Reason.UNSUPPORTED);
        }
        if (transcript.hasEncryptedParts()) {
            return new Ending(Status.ENCRYPTED, Reason.PASSWORD);
        }
        if (transcript.hasDamagedParts()) {
            return new Ending(Status.UNREADABLE, Reason.DAMAGED);
        }
        if (transcript.tooDeep()) {
            return new Ending(Status.TRUNCATED, Reason.TOO_DEEP);
        }
        if (transcript.hasScannedParts() || transcript.hasPictureParts()) {
            return new Ending(Status.EMPTY, Reason.SCAN_IN_PARTS);
        }
        String type = String.valueOf(metadata.get(HttpHeaders.CONTENT_TYPE));
        boolean picture = type.startsWith("image/") || type.startsWith("application/pdf") && transcript.pages() > 0;
        return new Ending(Status.EMPTY, picture ? Reason.SCAN : Reason.NO_TEXT);
    }

    /** The parser gave up. */
    static Ending of(Throwable failure, Transcript transcript) {
        Reason limit = transcript.limit();
        if (limit != null) {
            return new Ending(Status.TRUNCATED, limit);
        }
        if (isEncrypted(failure)) {
            return new Ending(Status.ENCRYPTED, Reason.PASSWORD);
        }
        if (isWithoutContent(failure)) {
            return new Ending(Status.UNREADABLE, Reason.EMPTY_FILE);
        }
        if (has(failure, cause -> says(cause, "zip bomb"))) {
            return new Ending(transcript.hasText() ? Status.TRUNCATED : Status.UNREADABLE, Reason.EXPANDS_TOO_MUCH);
        }
        if (transcript.hasText()) {
            return new Ending(Status.TRUNCATED, Reason.DAMAGED_PARTLY);
        }
        boolean unsupported = has(failure,
                cause -> cause instanceof UnsupportedFormatException || says(cause, "strict ooxml"));
        return new Ending(Status.UNREADABLE, unsupported ? Reason.UNSUPPORTED : Reason.DAMAGED);
    }

    static boolean isEncrypted(Throwable failure) {
        return has(failure, cause -> cause instanceof EncryptedDocumentException
                || ENCRYPTED.contains(cause.getClass().getSimpleName()));
    }

    static boolean isWithoutContent(Throwable failure) {
        return has(failure, cause -> cause instanceof ZeroByteFileException);
    }

    private static boolean has(Throwable failure, java.util.function.Predicate<Throwable> kind) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (kind.test(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(Throwable cause, String words) {
        return cause.getMessage() != null && cause.getMessage().toLowerCase(Locale.ROOT).contains(words);
    }

    /** Tika reads on where the end of an office document is missing, and does not tell. */
    private static boolean isDamagedZip(Path file, Metadata metadata) {
        String type = String.valueOf(metadata.get(HttpHeaders.CONTENT_TYPE));
        if (!type.contains("openxmlformats") && !type.contains("opendocument") && !type.contains("epub+zip")
                && !type.contains("ms-word.document") && !type.contains("macroenabled")) {
            return false;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.size() == 0;
        } catch (IOException damaged) {
            return startsAsZip(file);
        }
    }

    /** OpenDocument also comes as a single XML file. */
    private static boolean startsAsZip(Path file) {
        try (var in = java.nio.file.Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        } catch (IOException e) {
            return true;
        }
    }
}
