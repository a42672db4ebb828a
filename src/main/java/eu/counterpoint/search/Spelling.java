package eu.counterpoint.search;

import co.elastic.clients.elasticsearch._types.SuggestMode;
import co.elastic.clients.elasticsearch._types.aggregations.Buckets;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.TermSuggest;
import co.elastic.clients.elasticsearch.core.search.TermSuggestOption;
import eu.counterpoint.account.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Guesses what was meant where nothing was found, from the words of the library. The engine's dictionary also has words
 * of records that the reader may not see, and of some that are gone; so each guess is tried as this reader first.
 */
@Component
class Spelling {

    private static final String FIELD = "spelling";
    private static final int GUESSES = 4;
    private static final int TRIED = 12;
    /** For shorter words there are too many others. */
    private static final int SHORTEST = 4;
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Engine engine;

    Spelling(Engine engine) {
        this.engine = engine;
    }

    interface Counts {
        long of(SearchQuery query, Reader reader);
    }

    /**
     * The text with words of the library in place of unknown ones, when that finds as much at least; or null. An unknown
     * word may find something all the same, by its stem.
     *
     * @param named concepts whose names are in the text: their words are known, though no record may have them
     * @param found how many materials the text finds by its words as it is; asked only where a word is unknown
     */
    @Nullable
    String suggestion(SearchQuery query, List<NamedConcept> named, LongSupplier found, Reader reader, Counts counts) {
        Set<String> known = named.stream().flatMap(concept -> words(concept.words())).collect(Collectors.toSet());
        Set<String> words = words(query.text())
                .filter(word -> word.length() >= SHORTEST && !known.contains(word)).collect(Collectors.toSet());
        // Mostly all are there, and to look is much cheaper than to guess.
        Set<String> there = visible(words.stream(), reader);
        if (there.containsAll(words)) {
            return null;
        }
        List<TermSuggest> guesses = guesses(query.text()).stream()
                .filter(word -> !word.options().isEmpty() && !known.contains(word.text())
                        && !there.contains(word.text()))
                .toList();
        // The engine may cut the text into other words.
        Set<String> possible = visible(guesses.stream().flatMap(word -> Stream.concat(Stream.of(word.text()),
                word.options().stream().map(TermSuggestOption::text))), reader);
        List<TermSuggest> unknown = guesses.stream().filter(word -> !possible.contains(word.text())).toList();
        // There a word may have a form that no record has. If another form finds the same it was not misspelt.
        boolean inSentence = WORDS.splitAsStream(query.text()).count() > TextSearch.ALL_NEEDED;
        Map<String, Long> counted = new HashMap<>();
        Function<String, Long> finds = text -> counted.computeIfAbsent(text,
                any -> counts.of(SearchQuery.of(any), reader));
        List<String> texts = new ArrayList<>(List.of(query.text()));
        // The last word first, so that earlier words keep their places.
        for (TermSuggest word : unknown.reversed()) {
            List<String> next = new ArrayList<>();
            for (TermSuggestOption option : word.options()) {
                if (possible.contains(option.text()) && (!inSentence || finds
                        .apply(word.text() + " OR " + option.text()) > finds.apply(word.text()))) {
                    texts.forEach(text -> next.add(replaced(text, word, option.text())));
                }
            }
            if (!next.isEmpty()) {
                texts = next.size() > TRIED ? next.subList(0, TRIED) : next;
            }
        }
        List<String> others = texts.stream().filter(text -> !text.equals(query.text())).toList();
        if (others.isEmpty()) {
            return null;
        }
        long enough = Math.max(1, found.getAsLong());
        return others.stream().filter(text -> counts.of(query.withText(text), reader) >= enough).findFirst()
                .orElse(null);
    }

    private static Stream<String> words(String text) {
        return WORDS.splitAsStream(text.toLowerCase(Locale.ROOT));
    }

    /** Which of these words stand in what the reader may see. */
    private Set<String> visible(Stream<String> words, Reader reader) {
        Map<String, Query> each = words.distinct().collect(
                Collectors.toMap(Function.identity(), word -> Query.of(q -> q.term(t -> t.field(FIELD).value(word)))));
        if (each.isEmpty()) {
            return Set.of();
        }
        return engine.ask(Engine.FOR_PEOPLE,
                client -> client.search(s -> s.index(IndexKind.MATERIALS.alias()).size(0)
                        .trackTotalHits(t -> t.enabled(false)).query(q -> q.bool(b -> b.filter(Visible.to(reader))))
                        .aggregations(FIELD, a -> a.filters(f -> f.filters(Buckets.of(b -> b.keyed(each))))),
                        Void.class))
                .aggregations().get(FIELD).filters().buckets().keyed().entrySet().stream()
                .filter(word -> word.getValue().docCount() > 0).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static String replaced(String text, TermSuggest word, String by) {
        return text.substring(0, word.offset()) + by + text.substring(word.offset() + word.length());
    }

    private List<TermSuggest> guesses(String text) {
        SearchResponse<Void> found = engine.ask(Engine.FOR_PEOPLE,
                client -> client.search(s -> s.index(IndexKind.MATERIALS.alias()).size(0)
                        .suggest(suggest -> suggest.text(text).suggesters(FIELD, one -> one.term(t -> t.field(FIELD)
                                .suggestMode(SuggestMode.Always).size(GUESSES).minWordLength(SHORTEST).maxEdits(2)
                                .prefixLength(1)))),
                        Void.class));
        return found.suggest().getOrDefault(FIELD, List.of()).stream()
                .map(co.elastic.clients.elasticsearch.core.search.Suggestion::term).toList();
    }
}
