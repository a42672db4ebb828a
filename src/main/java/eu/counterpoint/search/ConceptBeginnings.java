package eu.counterpoint.search;

import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds concepts by the beginning of a name, or of a word in it, in any language. */
@Component
class ConceptBeginnings {

    /** By the first letter of each of their words: two letters that are typed may be folded to one. */
    private final Map<Character, List<Name>> names = new HashMap<>();

    /**
     * A name of a concept.
     *
     * @param text folded, with a space before each word
     */
    private record Name(Concept concept, String language, boolean alternative, String text) {

        /** The lower the better; the reader's language first, the beginning of a label first. */
        int rank(String typed, Locale locale) {
            int rank = language.equals(locale.getLanguage()) ? 0 : 4;
            return rank + (alternative ? 2 : 0) + (text.startsWith(typed) ? 0 : 1);
        }
    }

    ConceptBeginnings(Vocabulary vocabulary) {
        SearchQuery.FACETS.stream().flatMap(scheme -> vocabulary.concepts(scheme).stream())
                .filter(concept -> concept.supersededBy() == null).forEach(this::learn);
    }

    private void learn(Concept concept) {
        concept.labels().forEach((language, label) -> learn(name(concept, language, false, label)));
        concept.alternatives().forEach((language, labels) -> labels
                .forEach(label -> learn(name(concept, language, true, label))));
    }

    private void learn(Name name) {
        Arrays.stream(name.text().strip().split(" ")).map(word -> word.charAt(0)).distinct()
                .forEach(first -> names.computeIfAbsent(first, any -> new ArrayList<>()).add(name));
    }

    private static Name name(Concept concept, String language, boolean alternative, String label) {
        return new Name(concept, language, alternative, " " + ConceptNames.folded(label));
    }

    /** The best first; at equal rank in the order in which readers see the lists. */
    List<Concept> of(String typed, Locale locale, int most) {
        String beginning = " " + ConceptNames.folded(typed);
        if (beginning.isBlank()) {
            return List.of();
        }
        Map<Concept, Integer> ranks = new LinkedHashMap<>();
        names.getOrDefault(beginning.charAt(1), List.of()).stream()
                .filter(name -> name.text().contains(beginning))
                .forEach(name -> ranks.merge(name.concept(), name.rank(beginning, locale), Math::min));
        return ranks.entrySet().stream().sorted(Comparator.comparingInt(Map.Entry::getValue)).limit(most)
                .map(Map.Entry::getKey).toList();
    }
}
