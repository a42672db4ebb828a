package eu.counterpoint.search;

import eu.counterpoint.vocabulary.Concept;

/**
 * A concept that the text of a query names, so that what is filed under it is found too.
 *
 * @param words    of the query, as typed
 * @param language of the label that they are, ISO 639-1
 */
public record NamedConcept(Concept concept, String words, String language) {

    /** What addresses call it: {@code theme.formers}. */
    public String key() {
        return concept.scheme().id() + "." + concept.id();
    }
}
