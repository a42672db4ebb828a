package eu.counterpoint.search;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;

/**
 * Words so common in their language that a record need not have them. A query's language is not known from a few words,
 * so a word counts that is common in any of these; it still ranks what has it.
 */
final class StopWords {

    private static final Set<String> ALL = Stream
            .of(EnglishAnalyzer.getDefaultStopSet(), GermanAnalyzer.getDefaultStopSet(),
                    FrenchAnalyzer.getDefaultStopSet(), SpanishAnalyzer.getDefaultStopSet(),
                    ItalianAnalyzer.getDefaultStopSet(), DutchAnalyzer.getDefaultStopSet(),
                    PortugueseAnalyzer.getDefaultStopSet(), SwedishAnalyzer.getDefaultStopSet(),
                    DanishAnalyzer.getDefaultStopSet(), FinnishAnalyzer.getDefaultStopSet(),
                    HungarianAnalyzer.getDefaultStopSet(), RomanianAnalyzer.getDefaultStopSet(),
                    RussianAnalyzer.getDefaultStopSet())
            .flatMap(CharArraySet::stream).map(word -> new String((char[]) word))
            .collect(Collectors.toUnmodifiableSet());
    /** Question words and the like, which Lucene's list of English leaves out. */
    private static final Set<String> ENGLISH = Set.of("about", "am", "any", "been", "can", "could", "did", "do", "does",
            "from", "had", "has", "have", "how", "i", "its", "may", "might", "must", "our", "should", "so", "than",
            "them", "these", "those", "we", "were", "what", "when", "where", "which", "who", "whose", "why", "would",
            "you", "your");

    private static final Set<String> ALL_ENGLISH = Stream
            .concat(ENGLISH.stream(),
                    EnglishAnalyzer.getDefaultStopSet().stream().map(word -> new String((char[]) word)))
            .collect(Collectors.toUnmodifiableSet());

    private StopWords() {}

    /**
     * Whether it is not even looked for beside other words. The question words and the like of a whole sentence are rare in some
     * libraries and would decide there what comes first. One that is common in another language may say much in English: war,
     * die, sin.
     */
    static boolean sayNothing(String word) {
        return ALL_ENGLISH.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean contain(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return ALL.contains(lower) || ENGLISH.contains(lower);
    }
}
