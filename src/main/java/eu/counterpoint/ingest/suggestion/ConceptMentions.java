package eu.counterpoint.ingest.suggestion;

import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Label;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Knows the names of themes, audiences and countries in every language, and finds them in running text: those of the
 * text's language, and English ones of several words, which are used everywhere.
 */
@Component
class ConceptMentions {

    private static final List<Scheme> LOOKED_FOR = List.of(Scheme.THEME, Scheme.AUDIENCE, Scheme.COUNTRY);
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    /** Names of one word have at least so many letters; where the language is not known, more. */
    private static final int SHORTEST = 3;
    private static final int SHORTEST_ANYWHERE = 5;
    /** What may stand between two words of one name. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}'’/]{1,3}");

    /** English words that mostly mean something else than the plurals that are names. */
    private static final Set<String> OTHER_WORDS = Set.of("former", "minor", "relative", "forum", "extremist", "grant",
            "christian", "muslim");

    private final Vocabulary vocabulary;
    private final Map<String, List<Label>> labels;
    private final Map<String, Names> names = new ConcurrentHashMap<>();

    /** A place in a text that names a concept. */
    record Mention(Concept concept, int start, int end, int words) {}

    /** A word of a text. */
    private record Word(String text, int start, int end) {}

    /**
     * A name of a concept.
     *
     * @param capital whether it is one only with a capital at its beginning
     */
    private record Name(Concept concept, List<String> stems, int letters, boolean capital) {}

    /** The names in one language, by the first word. */
    private record Names(String language, WordForms forms, Map<String, List<Name>> byFirst) {

        /**
         * Whether a word may be a name of one word that has lost its ending. "Formers" are people, "former" is any word; in
         * languages other than English, where the vocabulary has fewer plurals, it is not tried.
         */
        boolean mayBeShorter(String word) {
            return language.equals("en") && !OTHER_WORDS.contains(word.toLowerCase(Locale.ROOT));
        }
    }

    ConceptMentions(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.labels = vocabulary.labels().filter(label -> LOOKED_FOR.contains(label.concept().scheme()))
                .collect(Collectors.groupingBy(Label::language));
    }

    /**
     * The mentions in their order; one name within another is none.
     *
     * @param language ISO 639-1; null where it is not known, then the names of all languages are looked for
     */
    List<Mention> in(String text, @Nullable String language) {
        List<Word> words = words(text);
        Set<Mention> found = new LinkedHashSet<>();
        if (language == null || !labels.containsKey(language)) {
            labels.keySet().stream().sorted()
                    .forEach(any -> found.addAll(find(text, words, names(any), SHORTEST_ANYWHERE, 1)));
        } else {
            found.addAll(find(text, words, names(language), SHORTEST, 1));
            if (!language.equals("en")) {
                found.addAll(find(text, words, names("en"), SHORTEST, 2));
            }
        }
        return found.stream().sorted(Comparator.comparingInt(Mention::start)).toList();
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(new Word(word.group(), word.start(), word.end()));
        }
        return words;
    }

    private static Collection<Mention> find(String text, List<Word> words, Names names, int letters, int atLeast) {
        List<Mention> found = new ArrayList<>();
        Map<Scheme, Integer> ends = new EnumMap<>(Scheme.class);
        for (int at = 0; at < words.size(); at++) {
            List<Name> begin = names.byFirst().getOrDefault(names.forms().stem(words.get(at).text()), List.of());
            Map<Scheme, Integer> longest = new EnumMap<>(Scheme.class);
            for (Name name : begin) {
                int count = name.stems().size();
                Scheme scheme = name.concept().scheme();
                if (count >= atLeast && ends.getOrDefault(scheme, 0) <= at
                        && longest.getOrDefault(scheme, count) == count && (count > 1 || name.letters() >= letters)
                        && stands(name, text, words, at, names)) {
                    longest.put(scheme, count);
                    found.add(
                            new Mention(name.concept(), words.get(at).start(), words.get(at + count - 1).end(), count));
                }
            }
            for (var one : longest.entrySet()) {
                ends.put(one.getKey(), at + one.getValue());
            }
        }
        return found;
    }

    private static boolean stands(Name name, String text, List<Word> words, int at, Names names) {
        int count = name.stems().size();
        Word first = words.get(at);
        if (at + count > words.size() || name.capital() && !Character.isUpperCase(first.text().codePointAt(0))) {
            return false;
        }
        if (count == 1) {
            return first.text().length() >= name.letters() || names.mayBeShorter(first.text());
        }
        for (int i = 1; i < count; i++) {
            Word word = words.get(at + i);
            String between = text.substring(words.get(at + i - 1).end(), word.start());
            if (!names.forms().stem(word.text()).equals(name.stems().get(i)) || !BETWEEN.matcher(between).matches()) {
                return false;
            }
        }
        return true;
    }

    private Names names(String language) {
        return names.computeIfAbsent(language, this::learn);
    }

    private Names learn(String language) {
        WordForms forms = WordForms.of(language);
        Map<String, List<Name>> byFirst = new HashMap<>();
        Stream.concat(labels.getOrDefault(language, List.of()).stream(), countries(language))
                .forEach(label -> learn(label, forms, byFirst));
        byFirst.values().forEach(names -> names
                .sort(Comparator.comparingInt((Name name) -> name.stems().size()).reversed()));
        return new Names(language, forms, byFirst);
    }

    private void learn(Label label, WordForms forms, Map<String, List<Name>> byFirst) {
        Concept concept = current(label.concept());
        List<Word> words = words(label.text());
        boolean place = concept.scheme() == Scheme.COUNTRY;
        if (place && concept.id().length() != 2 || words.isEmpty()
                || words.size() == 1 && words.getFirst().text().length() < SHORTEST) {
            return;
        }
        Word first = words.getFirst();
        // A German noun has its capital everywhere, and is often an adjective without it.
        boolean capital = place || label.language().equals("de") && words.size() == 1;
        Name name = new Name(concept, words.stream().map(word -> forms.stem(word.text())).toList(),
                first.text().length(), capital && Character.isUpperCase(first.text().codePointAt(0)));
        List<Name> same = byFirst.computeIfAbsent(name.stems().getFirst(), any -> new ArrayList<>());
        same.removeIf(other -> other.concept().equals(concept) && other.stems().equals(name.stems())
                && other.letters() > name.letters());
        if (same.stream().noneMatch(other -> other.concept().equals(concept) && other.stems().equals(name.stems()))) {
            same.add(name);
        }
    }

    /** The vocabulary has countries in a few languages; Java knows them in all. */
    private Stream<Label> countries(String language) {
        Locale locale = Locale.of(language);
        return vocabulary.concepts(Scheme.COUNTRY).stream().filter(country -> country.id().length() == 2)
                .map(country -> new Label(country, language,
                        Locale.of("", country.id().toUpperCase(Locale.ROOT)).getDisplayCountry(locale), false))
                .filter(label -> !label.text().equalsIgnoreCase(label.concept().id()));
    }

    private Concept current(Concept concept) {
        return concept.supersededBy() == null
                ? concept
                : vocabulary.find(concept.scheme(), concept.supersededBy()).orElse(concept);
    }
}
