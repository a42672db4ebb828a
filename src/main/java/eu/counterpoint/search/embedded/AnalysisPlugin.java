package eu.counterpoint.search.embedded;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.Plugin;

/**
 * The token filters that {@code index-mappings} use and that a full distribution has from its analysis-common module,
 * under the same names and over the same Lucene classes, so that the mappings mean the same here and on a cluster.
 */
public final class AnalysisPlugin extends Plugin implements org.elasticsearch.plugins.AnalysisPlugin {

    @Override
    public List<PreConfiguredTokenFilter> getPreConfiguredTokenFilters() {
        return List.of(PreConfiguredTokenFilter.singleton("asciifolding", true, ASCIIFoldingFilter::new));
    }

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return Map.of("stemmer", (index, environment, name, settings) -> new Stemmer(name, settings));
    }

    /** {@code {"type": "stemmer", "language": "english"}} and its relatives. */
    private static final class Stemmer extends AbstractTokenFilterFactory {

        private final UnaryOperator<TokenStream> stemmer;

        Stemmer(String name, Settings settings) {
            super(name);
            String language = settings.get("language", settings.get("name", "porter")).toLowerCase(Locale.ROOT);
            stemmer = switch (language) {
                case "english", "porter" -> PorterStemFilter::new;
                case "light_english", "lightenglish" -> KStemFilter::new;
                case "possessive_english" -> EnglishPossessiveFilter::new;
                default -> throw new IllegalArgumentException("No stemmer for the language " + language);
            };
        }

        @Override
        public TokenStream create(TokenStream tokens) {
            return stemmer.apply(tokens);
        }
    }
}
