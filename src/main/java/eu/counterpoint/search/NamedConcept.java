package eu.counterpoint.search;

import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.Optional;

/**
 * A concept that the text of a query names, so that what is filed under it is found too.
 *
 * @param words    of the query, as typed
 * @param language of the label that they are, ISO 639-1
 */
public record NamedConcept(Concept concept, String words, String language) {

    /** What addresses call it: {@code theme.formers}. */
    public String key() {
        return key(concept);
    }

    /** What addresses call a concept. */
    public static String key(Concept concept) {
        return concept.scheme().id() + "." + concept.id();
    }

    /** The concept that an address calls by this key. */
    public static Optional<Concept> find(String key, Vocabulary vocabulary) {
        int dot = key.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : Scheme.of(key.substring(0, dot).strip())
                        .flatMap(scheme -> vocabulary.find(scheme, key.substring(dot + 1)));
    }
}
