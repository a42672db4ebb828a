package eu.counterpoint.search.embedded.analysis;

import static org.elasticsearch.plugins.AnalysisPlugin.requiresAnalysisSettings;

import java.io.Reader;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.AbstractCharFilterFactory;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** What happens to the letters before a text is cut into words. */
public final class CharFilters {

    private static final Pattern RULE = Pattern.compile("(.*)\\s*=>\\s*(.*)\\s*$");
    private static final Pattern CODE = Pattern.compile("\\\\u(\\p{XDigit}{4})");

    private CharFilters() {}

    /** Filters by the name of their type. */
    public static Map<String, AnalysisProvider<CharFilterFactory>> withSettings() {
        return Map.of("mapping", requiresAnalysisSettings(CharFilters::mapping));
    }

    /** {@code letters => letters}; the longest that fits is replaced. A letter can be given by its code in hexadecimal. */
    private static CharFilterFactory mapping(Object index, Environment environment, String name, Settings settings) {
        NormalizeCharMap.Builder letters = new NormalizeCharMap.Builder();
        for (String rule : Objects.requireNonNull(Analysis.getWordList(environment, settings, "mappings"),
                "mappings")) {
            Matcher sides = RULE.matcher(rule);
            if (!sides.find()) {
                throw new IllegalArgumentException("Not a rule: " + rule);
            }
            letters.add(letters(sides.group(1)), letters(sides.group(2)));
        }
        return new Mapping(name, letters.build());
    }

    private static String letters(String written) {
        return CODE.matcher(written.strip())
                .replaceAll(code -> String.valueOf((char) Integer.parseInt(code.group(1), 16)));
    }

    private static final class Mapping extends AbstractCharFilterFactory implements NormalizingCharFilterFactory {

        private final NormalizeCharMap letters;

        Mapping(String name, NormalizeCharMap letters) {
            super(name);
            this.letters = letters;
        }

        @Override
        public Reader create(Reader text) {
            return new MappingCharFilter(letters, text);
        }
    }
}
