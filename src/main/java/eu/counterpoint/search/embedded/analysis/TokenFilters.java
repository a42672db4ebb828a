package eu.counterpoint.search.embedded.analysis;

import static org.elasticsearch.plugins.AnalysisPlugin.requiresAnalysisSettings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.compound.CompoundWordTokenFilterBase;
import org.apache.lucene.analysis.compound.DictionaryCompoundWordTokenFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.ga.IrishLowerCaseFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** What happens to the words after a text was cut into them. */
public final class TokenFilters {

    private TokenFilters() {}

    /** Filters that are used by their name alone. Those that normalize also change the beginnings of words in a query. */
    public static List<PreConfiguredTokenFilter> readyMade() {
        return List.of(PreConfiguredTokenFilter.singleton("apostrophe", false, ApostropheFilter::new),
                PreConfiguredTokenFilter.singleton("arabic_normalization", true, ArabicNormalizationFilter::new),
                PreConfiguredTokenFilter.singleton("asciifolding", true, ASCIIFoldingFilter::new),
                PreConfiguredTokenFilter.singleton("decimal_digit", true, DecimalDigitFilter::new),
                PreConfiguredTokenFilter.singleton("german_normalization", true, GermanNormalizationFilter::new),
                PreConfiguredTokenFilter.singleton("keyword_repeat", false, false, KeywordRepeatFilter::new));
    }

    /** Filters by the name of their type. */
    public static Map<String, AnalysisProvider<TokenFilterFactory>> withSettings() {
        return Map.of("dictionary_decompounder", requiresAnalysisSettings(TokenFilters::decompounder),
                "elision", requiresAnalysisSettings(TokenFilters::elision),
                "lowercase", (index, environment, name, settings) -> lowercase(name, settings),
                "pattern_replace",
                requiresAnalysisSettings((index, environment, name, settings) -> patternReplace(name, settings)),
                "remove_duplicates",
                (index, environment, name, settings) -> new Filter(name, RemoveDuplicatesTokenFilter::new),
                "stemmer",
                (index, environment, name, settings) -> new Filter(name,
                        Stemmers.of(settings.get("language", settings.get("name", "porter")))));
    }

    /** Finds the words of a list within longer ones; of several that begin at the same letter, the longest. */
    private static TokenFilterFactory decompounder(Object index, Environment environment, String name,
            Settings settings) {
        CharArraySet words = Objects.requireNonNull(Analysis.getWordSet(environment, settings, "word_list"),
                "word_list");
        int word = settings.getAsInt("min_word_size", CompoundWordTokenFilterBase.DEFAULT_MIN_WORD_SIZE);
        int shortest = settings.getAsInt("min_subword_size", CompoundWordTokenFilterBase.DEFAULT_MIN_SUBWORD_SIZE);
        int longest = settings.getAsInt("max_subword_size", CompoundWordTokenFilterBase.DEFAULT_MAX_SUBWORD_SIZE);
        boolean onlyLongest = settings.getAsBoolean("only_longest_match", false);
        return new Filter(name, tokens -> new DictionaryCompoundWordTokenFilter(tokens, words, word, shortest, longest,
                onlyLongest));
    }

    private static TokenFilterFactory elision(Object index, Environment environment, String name, Settings settings) {
        CharArraySet articles = Objects.requireNonNull(Analysis.parseArticles(environment, settings), "articles");
        return new NormalizingFilter(name, tokens -> new ElisionFilter(tokens, articles));
    }

    private static TokenFilterFactory lowercase(String name, Settings settings) {
        return new NormalizingFilter(name, switch (settings.get("language", "")) {
            case "" -> LowerCaseFilter::new;
            case "greek" -> GreekLowerCaseFilter::new;
            case "irish" -> IrishLowerCaseFilter::new;
            case "turkish" -> TurkishLowerCaseFilter::new;
            case String other -> throw new IllegalArgumentException("No lower case for the language " + other);
        });
    }

    private static TokenFilterFactory patternReplace(String name, Settings settings) {
        Pattern pattern = Regex.compile(Objects.requireNonNull(settings.get("pattern"), "pattern"),
                settings.get("flags"));
        String replacement = settings.get("replacement", "");
        boolean all = settings.getAsBoolean("all", true);
        return new NormalizingFilter(name, PatternReplacing.of(pattern, replacement, all));
    }

    private static class Filter extends AbstractTokenFilterFactory {

        private final UnaryOperator<TokenStream> filter;

        Filter(String name, UnaryOperator<TokenStream> filter) {
            super(name);
            this.filter = filter;
        }

        @Override
        public TokenStream create(TokenStream tokens) {
            return filter.apply(tokens);
        }
    }

    private static final class NormalizingFilter extends Filter implements NormalizingTokenFilterFactory {

        NormalizingFilter(String name, UnaryOperator<TokenStream> filter) {
            super(name, filter);
        }
    }
}
