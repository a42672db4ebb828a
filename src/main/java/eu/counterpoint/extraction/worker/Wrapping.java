package eu.counterpoint.extraction.worker;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;

/**
 * Archives and messages: what is in them are documents that somebody put there. What other documents hold is mostly a part of
 * their look, which nobody misses.
 */
final class Wrapping {

    private static final Set<String> TYPES = Set.of("application/zip", "message/rfc822", "application/mbox",
            "application/vnd.ms-outlook");
    private static final Set<String> WITHOUT_WORDS = Set.of("image", "audio", "video", "font");
    /** Stands beside a message, and signs it. */
    private static final String SIGNATURE = "pkcs7-signature";

    private Wrapping() {}

    static boolean is(Metadata metadata) {
        return TYPES.contains(type(metadata));
    }

    /** Whether a part that could not be read may have words that somebody looks for. */
    static boolean mayHideWords(Metadata part) {
        String type = type(part);
        return !WITHOUT_WORDS.contains(type.substring(0, Math.max(0, type.indexOf('/')))) && !type.endsWith(SIGNATURE);
    }

    private static String type(Metadata metadata) {
        String type = Objects.requireNonNullElse(metadata.get(HttpHeaders.CONTENT_TYPE), "");
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
