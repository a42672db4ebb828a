package eu.counterpoint.search.embedded;

import eu.counterpoint.search.embedded.analysis.CharFilters;
import eu.counterpoint.search.embedded.analysis.TokenFilters;
import java.util.List;
import java.util.Map;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.Plugin;

/**
 * The parts of analyzers that {@code index-mappings} use and that a full distribution has from its analysis-common
 * module, under the same names, with the same parameters and over the same Lucene classes, so that the mappings mean
 * the same here and on a cluster.
 */
public final class AnalysisPlugin extends Plugin implements org.elasticsearch.plugins.AnalysisPlugin {

    @Override
    public Map<String, AnalysisProvider<CharFilterFactory>> getCharFilters() {
        return CharFilters.withSettings();
    }

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return TokenFilters.withSettings();
    }

    @Override
    public List<PreConfiguredTokenFilter> getPreConfiguredTokenFilters() {
        return TokenFilters.readyMade();
    }
}
