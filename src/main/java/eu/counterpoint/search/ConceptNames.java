package eu.counterpoint.search;

import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Knows the names of concepts in every language, and recognises them among the words of a query. */
@Component
class ConceptNames {

    /** What readers name when they say what they look for; a kind or a language of record is not meant by its name. */
    private static final List<Scheme> NAMED = List.of(Scheme.THEME, Scheme.AUDIENCE, Scheme.MESSENGER,
            Scheme.EXTREMISM, Scheme.TECHNIQUE, Scheme.CHANNEL, Scheme.INTENDED_USER, Scheme.NARRATIVE_TYPE,
            Scheme.PREVENTION_LEVEL, Scheme.COUNTRY);
    private static final int SHORTEST = 3;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern UE = Pattern.compile("(?<![aeiouqy])ue");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** As in "radicalisation". */
    private static final Pattern BRITISH = Pattern.compile("(?<=[a-z]{3})is(?=(e|es|ed|er|ers|ing|ation|ations)$)");

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

    /**
     * Words that stand side by side and name concepts.
     *
     * @param first place of the first word
     * @param count how many words
     */
    record Span(int first, int count, List<NamedConcept> concepts) {}

    /**
     * The names among words, the longest first where they overlap; without the concepts of these keys.
     *
     * @param words an empty one is no part of a name
     */
    List<Span> spans(List<String> words, Set<String> without) {
        List<String> folded = words.stream().map(ConceptNames::folded).toList();
        List<Span> spans = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int count = Math.min(longest, words.size() - at);
            while (count > 0 && (folded.subList(at, at + count).contains("")
                    || !names.containsKey(joined(folded, at, count)))) {
                count--;
            }
            if (count > 0) {
                String typed = joined(words, at, count);
                List<NamedConcept> concepts = names.get(joined(folded, at, count)).stream()
                        .map(name -> new NamedConcept(name.concept(), typed, name.language()))
                        .filter(named -> !without.contains(named.key())).toList();
                if (!concepts.isEmpty()) {
                    spans.add(new Span(at, count, concepts));
                }
            }
            at += Math.max(1, count);
        }
        return spans;
    }

    private static String joined(List<String> words, int from, int count) {
        return String.join(" ", words.subList(from, from + count));
    }

    /** Without case, accents and marks, and in one of the spellings that are in use for the same word. */
    static String folded(String label) {
        String unmarked = MARKS.matcher(Normalizer.normalize(label, Normalizer.Form.NFKD)).replaceAll("")
                .toLowerCase(Locale.ROOT).replace("ß", "ss").replace("ø", "o").replace("æ", "a").replace("œ", "o")
                .replace("ł", "l").replace("đ", "d").replace('ς', 'σ');
        String bare = UE.matcher(unmarked).replaceAll("u").replace("oe", "o").replace("ae", "a");
        return BETWEEN_WORDS.splitAsStream(bare).filter(word -> !word.isEmpty())
                .map(word -> BRITISH.matcher(word).replaceAll("iz")).collect(Collectors.joining(" "));
    }

    /** The concepts of spans, each once. */
    static List<NamedConcept> concepts(List<Span> spans) {
        Map<String, NamedConcept> concepts = new LinkedHashMap<>();
        spans.forEach(span -> span.concepts().forEach(named -> concepts.putIfAbsent(named.key(), named)));
        return List.copyOf(concepts.values());
    }
}
