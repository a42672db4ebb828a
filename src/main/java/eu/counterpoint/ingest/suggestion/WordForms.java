package eu.counterpoint.ingest.suggestion;

import eu.counterpoint.vocabulary.FoldedName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanMinimalStemFilter;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.es.SpanishPluralStemFilter;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchMinimalStemFilter;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.lv.LatvianStemFilter;
import org.apache.lucene.analysis.pt.PortugueseMinimalStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishMinimalStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;

/**
 * The words of one language without their endings, as far as singular and plural go: of each language the stemmer that does
 * least, because a name of a concept that is no name would be suggested. Languages without one get their words as they are.
 */
final class WordForms {

    private static final int MOST_KEPT = 20_000;
    private static final int LONGEST = 60;
    /** One Gefängnis, two Gefängnisse. */
    private static final Pattern DOUBLE_END = Pattern.compile("(.)\\1$");

    private final Analyzer analyzer;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    private WordForms(UnaryOperator<TokenStream> stemmer, boolean greek) {
        this.analyzer = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                KeywordTokenizer word = new KeywordTokenizer();
                TokenStream small = greek ? new GreekLowerCaseFilter(word) : new LowerCaseFilter(word);
                return new TokenStreamComponents(word, stemmer.apply(small));
            }
        };
    }

    /** @param language ISO 639-1 */
    static WordForms of(String language) {
        return new WordForms(switch (language) {
            case "bg" -> BulgarianStemFilter::new;
            case "cs" -> CzechStemFilter::new;
            case "da" -> snowball(DanishStemmer::new);
            case "de" -> GermanMinimalStemFilter::new;
            case "el" -> GreekStemFilter::new;
            case "en" -> EnglishMinimalStemFilter::new;
            case "es" -> SpanishPluralStemFilter::new;
            case "et" -> snowball(EstonianStemmer::new);
            case "fi" -> FinnishLightStemFilter::new;
            case "fr" -> FrenchMinimalStemFilter::new;
            case "ga" -> snowball(IrishStemmer::new);
            case "hu" -> HungarianLightStemFilter::new;
            case "it" -> ItalianLightStemFilter::new;
            case "lt" -> snowball(LithuanianStemmer::new);
            case "lv" -> LatvianStemFilter::new;
            case "nl" -> snowball(DutchStemmer::new);
            case "pt" -> PortugueseMinimalStemFilter::new;
            case "ro" -> snowball(RomanianStemmer::new);
            case "ru" -> RussianLightStemFilter::new;
            case "sv" -> SwedishMinimalStemFilter::new;
            default -> words -> words;
        }, language.equals("el"));
    }

    private static UnaryOperator<TokenStream> snowball(Supplier<SnowballStemmer> stemmer) {
        return words -> new SnowballFilter(words, stemmer.get());
    }

    /** What all forms of a word have in common; empty where it is too long to be one. */
    String stem(String written) {
        if (written.length() > LONGEST) {
            return "";
        }
        String stem = known.get(written);
        if (stem == null) {
            stem = make(written);
            if (known.size() < MOST_KEPT) {
                known.put(written, stem);
            }
        }
        return stem;
    }

    private String make(String word) {
        try (TokenStream words = analyzer.tokenStream("", word)) {
            words.reset();
            String stem = words.incrementToken() ? words.getAttribute(CharTermAttribute.class).toString() : "";
            words.end();
            return DOUBLE_END.matcher(FoldedName.of(stem.isEmpty() ? word : stem)).replaceFirst("$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
