package eu.counterpoint.vocabulary;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A controlled term.
 *
 * @param scheme       the list it belongs to
 * @param id           short English slug, unique in the scheme, never changed
 * @param labels       preferred label by ISO 639-1 language code; always has {@code en}
 * @param alternatives alternative labels by language code
 * @param descriptions a short sentence for people, by language code; may be empty
 * @param matches      the same or nearly the same concept elsewhere (EuroVoc and others)
 * @param supersededBy the id of the concept that took its place, or null
 */
public record Concept(Scheme scheme, String id, Map<String, String> labels, Map<String, List<String>> alternatives,
        Map<String, String> descriptions, List<URI> matches, @Nullable String supersededBy) {

    /** The preferred label in a language, or the English one. */
    public String label(Locale locale) {
        return labels.getOrDefault(locale.getLanguage(), labels.get("en"));
    }

    /** The describing sentence in a language, or the English one, or an empty text. */
    public String description(Locale locale) {
        return descriptions.getOrDefault(locale.getLanguage(), descriptions.getOrDefault("en", ""));
    }
}
