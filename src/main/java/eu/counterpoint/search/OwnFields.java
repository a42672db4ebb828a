package eu.counterpoint.search;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The languages whose texts stand in fields of their own, {@code in.de} and so on, analysed as the language asks for it,
 * beside the fields that take every language.
 */
final class OwnFields {

    /** ISO 639-1. */
    static final Set<String> LANGUAGES = Set.copyOf(JsonMapper.shared().readTree(IndexKind.PASSAGES.definition())
            .at("/mappings/properties/in/properties").propertyNames());

    private OwnFields() {}

    /** @param language ISO 639-1, or null where it is not known */
    static boolean has(@Nullable String language) {
        return language != null && LANGUAGES.contains(language);
    }
}
