package eu.counterpoint.ingest.batch;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Label;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;

/** Concepts by the words that people write for them: the id, or any label in any language; capitals count for nothing. */
@Component
class ConceptWords {

    private static final int MOST_NEAR = 3;
    private static final float ALIKE = 0.6f;
    /** What is so much less alike than the nearest is not meant. */
    private static final float BEHIND = 0.15f;

    private final Vocabulary vocabulary;
    private final Map<Scheme, Map<String, Set<String>>> preferred = new EnumMap<>(Scheme.class);
    private final Map<Scheme, Map<String, Set<String>>> alternative = new EnumMap<>(Scheme.class);

    ConceptWords(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        vocabulary.labels().forEach(this::add);
    }

    private void add(Label label) {
        Concept concept = label.concept();
        (label.preferred() ? preferred : alternative).computeIfAbsent(concept.scheme(), any -> new HashMap<>())
                .computeIfAbsent(key(label.text()), any -> new LinkedHashSet<>()).add(concept.id());
    }

    /** The ids that a word may stand for: one where it is clear, several where it is not, none where nobody knows it. */
    Collection<String> find(Scheme scheme, String word) {
        Optional<String> id = vocabulary.find(scheme, word).map(Concept::id);
        if (id.isPresent()) {
            return List.of(id.get());
        }
        Set<String> named = preferred.getOrDefault(scheme, Map.of()).getOrDefault(key(word), Set.of());
        return current(scheme, named.isEmpty()
                ? alternative.getOrDefault(scheme, Map.of()).getOrDefault(key(word), Set.of())
                : named);
    }

    /** A concept that was replaced does not stand in the way of those that are in use. */
    private Collection<String> current(Scheme scheme, Set<String> ids) {
        List<String> inUse = ids.stream().filter(id -> vocabulary.find(scheme, id)
                .filter(concept -> concept.supersededBy() == null).isPresent()).toList();
        return inUse.isEmpty() ? ids : inUse;
    }

    /** The ids whose labels look most like a word that nobody knows, the nearest first; where none does, none. */
    List<String> nearest(Scheme scheme, String word) {
        String wanted = key(word);
        Map<String, Float> nearest = new LinkedHashMap<>();
        vocabulary.concepts(scheme)
                .forEach(concept -> nearest.merge(concept.id(), Likeness.of(concept.id(), wanted), Math::max));
        for (var labels : List.of(preferred, alternative)) {
            labels.getOrDefault(scheme, Map.of()).forEach((label, ids) -> {
                float near = Likeness.of(label, wanted);
                ids.forEach(id -> nearest.merge(id, near, Math::max));
            });
        }
        float best = nearest.values().stream().max(Float::compare).orElse(0f);
        return nearest.entrySet().stream().filter(near -> near.getValue() >= Math.max(ALIKE, best - BEHIND))
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())).limit(MOST_NEAR)
                .map(Map.Entry::getKey).toList();
    }

    private static String key(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
