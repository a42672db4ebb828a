package eu.counterpoint.search;

import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Finds concepts by the beginning of a name, or of a word in it, in any language. */
@Component
class ConceptBeginnings {

    /** By the first letter of each of their words: two letters that are typed may be folded to one. */
    private final Map<Character, List<Name>> names = new HashMap<>();

    private final List<Concept> concepts;

    /**
     * A name of a concept.
     *
     * @param concept its place in the list
     * @param text    folded, with a space before each word
     */
    private record Name(int concept, String language, boolean alternative, String text) {

        /** The lower the better; the reader's language first, the beginning of a label first. */
        int rank(String typed, Locale locale) {
            int rank = language.equals(locale.getLanguage()) ? 0 : 4;
            return rank + (alternative ? 2 : 0) + (text.startsWith(typed) ? 0 : 1);
        }
    }

    ConceptBeginnings(Vocabulary vocabulary) {
        concepts = SearchQuery.FACETS.stream().flatMap(scheme -> vocabulary.concepts(scheme).stream())
                .filter(concept -> concept.supersededBy() == null).toList();
        for (int place = 0; place < concepts.size(); place++) {
            learn(place);
        }
    }

    private void learn(int place) {
        Concept concept = concepts.get(place);
        concept.labels().forEach((language, label) -> learn(name(place, language, false, label)));
        concept.alternatives().forEach(
                (language, labels) -> labels.forEach(label -> learn(name(place, language, true, label))));
    }

    private void learn(Name name) {
        Arrays.stream(name.text().strip().split(" ")).map(word -> word.charAt(0)).distinct()
                .forEach(first -> names.computeIfAbsent(first, any -> new ArrayList<>()).add(name));
    }

    private static Name name(int concept, String language, boolean alternative, String label) {
        return new Name(concept, language, alternative, " " + ConceptNames.folded(label));
    }

    /** The best first; at equal rank in the order in which readers see the lists. */
    List<Concept> of(String typed, Locale locale, int most) {
        String beginning = " " + ConceptNames.folded(typed);
        if (beginning.isBlank()) {
            return List.of();
        }
        Map<Integer, Integer> ranks = new TreeMap<>();
        for (Name name : names.getOrDefault(beginning.charAt(1), List.of())) {
            if (name.text().contains(beginning)) {
                ranks.merge(name.concept(), name.rank(beginning, locale), Math::min);
            }
        }
        return ranks.entrySet().stream().sorted(Map.Entry.comparingByValue()).limit(most)
                .map(best -> concepts.get(best.getKey())).toList();
    }
}
