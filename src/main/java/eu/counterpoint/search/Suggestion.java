package eu.counterpoint.search;

import eu.counterpoint.vocabulary.Scheme;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who is typing may be after.
 *
 * @param id     of the concept or the material; of an organisation its name
 * @param scheme of the concept, or null
 * @param label  for people
 */
public record Suggestion(Type type, String id, @Nullable Scheme scheme, String label) {

    /** What a suggestion leads to. */
    public enum Type {
        CONCEPT, TITLE, ORGANISATION;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
