package eu.counterpoint.vocabulary;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One way of naming a concept, as people read it or type it.
 *
 * @param concept   the concept that is named
 * @param language  ISO 639-1 code of the text's language
 * @param text      the label as it is written, which may be several words
 * @param preferred whether it is the concept's preferred label in that language; else an alternative one
 */
public record Label(Concept concept, String language, String text, boolean preferred) {

    /** All labels of a concept by language code, the preferred one first. */
    static Stream<Label> of(Concept concept) {
        var languages = new TreeSet<>(concept.labels().keySet());
        languages.addAll(concept.alternatives().keySet());
        return languages.stream().flatMap(language -> of(concept, language));
    }

    private static Stream<Label> of(Concept concept, String language) {
        var preferred = Stream.ofNullable(concept.labels().get(language))
                .map(text -> new Label(concept, language, text, true));
        var alternatives = concept.alternatives().getOrDefault(language, List.of()).stream()
                .map(text -> new Label(concept, language, text, false));
        return Stream.concat(preferred, alternatives);
    }
}
