package eu.counterpoint.search;

import co.elastic.clients.elasticsearch.core.TermvectorsResponse;
import co.elastic.clients.elasticsearch.core.termvectors.Term;
import co.elastic.clients.elasticsearch.core.termvectors.TermVector;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Picks the words of a longer text that say most about it: often in the text and rare in the library, as the engine's
 * {@code more_like_this} does. Other than that, it tells which words these are, so that people can be told.
 */
@Component
class TellingWords {

    private static final List<String> FIELDS = List.of("title", "summary", "body");
    private static final int LONGEST_WORD = 100;

    private final Engine engine;

    TellingWords(Engine engine) {
        this.engine = engine;
    }

    /**
     * A word of the text.
     *
     * @param word      as it first stands there
     * @param start     where that is
     * @param times     how often it is there
     * @param materials how many have it in one of the fields, as it is written
     */
    private record Word(String word, int start, int times, int materials) {

        Word and(Word other) {
            return new Word(start <= other.start ? word : other.word, Math.min(start, other.start),
                    Math.max(times, other.times), Math.max(materials, other.materials));
        }

        double weight(int all) {
            return (1 + Math.log(times)) * Math.log(1 + (double) all / materials);
        }
    }

    /**
     * The most telling first, each once. What no material has as it is written comes last: another form of it may be there.
     */
    List<String> of(String text, int most) {
        TermvectorsResponse response = engine.ask(Engine.FOR_PEOPLE,
                client -> client.termvectors(t -> t.index(IndexKind.MATERIALS.alias())
                        .doc(Map.of("title", text, "summary", text, "body", text)).fields(FIELDS).termStatistics(true)
                        .fieldStatistics(true).payloads(false)));
        Collection<TermVector> fields = response.termVectors().values();
        int all = fields.stream().mapToInt(TellingWords::materials).max().orElse(0);
        Map<String, Word> words = new HashMap<>();
        fields.forEach(field -> field.terms().forEach((term, found) -> {
            Word word = word(text, found);
            if (!StopWords.contain(word.word()) && word.word().length() <= LONGEST_WORD) {
                words.merge(term, word, Word::and);
            }
        }));
        Comparator<Word> known = Comparator.comparing(word -> word.materials() == 0);
        return words.values().stream()
                .sorted(known.thenComparing(word -> word.materials() == 0 ? 0 : -word.weight(all))
                        .thenComparing(Word::start))
                .map(Word::word).distinct().limit(most).toList();
    }

    private static int materials(TermVector field) {
        return field.fieldStatistics() == null ? 0 : Math.max(0, field.fieldStatistics().docCount());
    }

    private static Word word(String text, Term found) {
        var first = found.tokens().getFirst();
        int start = first.startOffset();
        return new Word(text.substring(start, first.endOffset()), start, found.termFreq(),
                found.docFreq() == null ? 0 : found.docFreq());
    }
}
