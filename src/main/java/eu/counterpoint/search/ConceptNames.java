package eu.counterpoint.search;

import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.FoldedName;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Knows the names of concepts in every language, and recognises them among the words of a query. */
@Component
class ConceptNames {

    /**
     * What readers name when they say what they look for. Kinds, languages and licences are not among it: "evaluation",
     * "training" and "German" stand in every other query, and each would bring a good part of the library with it. Whoever
     * means them has the filters.
     */
    private static final Set<Scheme> NAMED = EnumSet.of(Scheme.THEME, Scheme.AUDIENCE, Scheme.MESSENGER,
            Scheme.EXTREMISM, Scheme.TECHNIQUE, Scheme.CHANNEL, Scheme.INTENDED_USER, Scheme.NARRATIVE_TYPE,
            Scheme.PREVENTION_LEVEL, Scheme.COUNTRY, Scheme.WORKING_GROUP, Scheme.EVIDENCE_DESIGN, Scheme.EFFECT);
    /** Whose names have those of subjects in them: "voices of victims of terrorism" is a working group on victims. */
    private static final Set<Scheme> AROUND_SUBJECTS = EnumSet.of(Scheme.WORKING_GROUP, Scheme.EVIDENCE_DESIGN,
            Scheme.EFFECT);
    /** Names of effects and designs that mean these only where nothing stands beside them: not in "positive role models". */
    private static final Set<String> EVERYDAY = Set.of("ambiguous", "amelioration", "aucun", "aufrufe", "both",
            "contraste", "experience", "favorable", "favourable", "gemischt", "gunstig", "harmful", "improvement",
            "inconnu", "mitige", "mixed", "negatif", "negativ", "negative", "none", "nuisible", "partage", "portee",
            "positif", "positiv", "positive", "reach", "reichweite", "schadlich", "unbekannt", "uneinheitlich",
            "unknown", "verbesserung", "views", "vus");
    private static final int SHORTEST = 3;

    private record Name(Concept concept, String language) {}

    private final Map<String, List<Name>> names = new HashMap<>();
    private final int longest;

    ConceptNames(Vocabulary vocabulary) {
        vocabulary.labels().filter(label -> NAMED.contains(label.concept().scheme()))
                .forEach(label -> learn(label.concept(), label.language(), label.text()));
        longest = names.keySet().stream().mapToInt(name -> name.split(" ").length).max().orElse(1);
    }

    private void learn(Concept concept, String language, String label) {
        String name = folded(label);
        if (name.length() < SHORTEST) {
            return;
        }
        List<Name> same = names.computeIfAbsent(name, any -> new ArrayList<>());
        // The same word in several languages is one name; in English, if it is one of them.
        if (same.stream().noneMatch(known -> known.concept().equals(concept))) {
            same.add(new Name(concept, language));
        } else if (language.equals("en")) {
            same.replaceAll(known -> known.concept().equals(concept) ? new Name(concept, "en") : known);
        }
    }

    /** RAN@ was a working group, RAN is the network of all of them. */
    private static String folded(String label) {
        return label.endsWith("@") ? FoldedName.of(label) + "@" : FoldedName.of(label);
    }

    /**
     * Words that stand side by side and name concepts.
     *
     * @param first place of the first word
     * @param count how many words
     */
    record Span(int first, int count, List<NamedConcept> concepts) {

        private Span without(Set<String> keys) {
            return new Span(first, count, concepts.stream().filter(named -> !keys.contains(named.key())).toList());
        }
    }

    /**
     * The names among words, the longest first where they overlap; without the concepts of these keys.
     *
     * @param words an empty one is no part of a name
     */
    List<Span> spans(List<String> words, Set<String> without) {
        return spans(words, words.stream().map(ConceptNames::folded).toList(), longest).stream()
                .map(span -> span.without(without)).filter(span -> !span.concepts().isEmpty()).toList();
    }

    /** @param most words that a name has */
    private List<Span> spans(List<String> words, List<String> folded, int most) {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int count = Math.min(most, words.size() - at);
            while (count > 0 && (folded.subList(at, at + count).contains("")
                    || !names.containsKey(joined(folded, at, count)))) {
                count--;
            }
            if (count > 0) {
                spans.add(new Span(at, count, named(words.subList(at, at + count), folded.subList(at, at + count),
                        count == words.size())));
            }
            at += Math.max(1, count);
        }
        return spans;
    }

    /** @param alone whether nothing stands beside the name */
    private List<NamedConcept> named(List<String> words, List<String> folded, boolean alone) {
        String typed = String.join(" ", words);
        String name = String.join(" ", folded);
        List<NamedConcept> named = names.get(name).stream()
                .filter(known -> alone || !isAroundSubjects(known.concept()) || !EVERYDAY.contains(name))
                .map(known -> new NamedConcept(known.concept(), typed, known.language())).toList();
        return named.stream().allMatch(one -> isAroundSubjects(one.concept()))
                ? Stream.concat(named.stream(), concepts(spans(words, folded, words.size() - 1)).stream()).toList()
                : named;
    }

    private static boolean isAroundSubjects(Concept concept) {
        return AROUND_SUBJECTS.contains(concept.scheme());
    }

    private static String joined(List<String> words, int from, int count) {
        return String.join(" ", words.subList(from, from + count));
    }

    /** The concepts of spans, each once. */
    static List<NamedConcept> concepts(List<Span> spans) {
        Map<String, NamedConcept> concepts = new LinkedHashMap<>();
        spans.forEach(span -> span.concepts().forEach(named -> concepts.putIfAbsent(named.key(), named)));
        return List.copyOf(concepts.values());
    }
}
