package eu.counterpoint.search.embedded.analysis;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.lv.LatvianStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/** The values that {@code language} of a filter of type {@code stemmer} takes here. */
final class Stemmers {

    private Stemmers() {}

    /** @throws IllegalArgumentException when none is known under that name */
    static UnaryOperator<TokenStream> of(String language) {
        return switch (language.toLowerCase(Locale.ROOT)) {
            case "arabic" -> ArabicStemFilter::new;
            case "bulgarian" -> BulgarianStemFilter::new;
            case "czech" -> CzechStemFilter::new;
            case "danish" -> snowball(DanishStemmer::new);
            case "dutch" -> snowball(DutchStemmer::new);
            case "english", "porter" -> PorterStemFilter::new;
            case "light_english" -> KStemFilter::new;
            case "possessive_english" -> EnglishPossessiveFilter::new;
            case "estonian" -> snowball(EstonianStemmer::new);
            case "finnish" -> snowball(FinnishStemmer::new);
            case "french" -> snowball(FrenchStemmer::new);
            case "light_french" -> FrenchLightStemFilter::new;
            case "german" -> snowball(GermanStemmer::new);
            case "greek" -> GreekStemFilter::new;
            case "light_hungarian" -> HungarianLightStemFilter::new;
            case "irish" -> snowball(IrishStemmer::new);
            case "light_italian" -> ItalianLightStemFilter::new;
            case "latvian" -> LatvianStemFilter::new;
            case "lithuanian" -> snowball(LithuanianStemmer::new);
            case "light_portuguese" -> PortugueseLightStemFilter::new;
            case "romanian" -> snowball(RomanianStemmer::new);
            case "russian" -> snowball(RussianStemmer::new);
            case "light_spanish" -> SpanishLightStemFilter::new;
            case "swedish" -> snowball(SwedishStemmer::new);
            case "turkish" -> snowball(TurkishStemmer::new);
            default -> throw new IllegalArgumentException("No stemmer for the language " + language);
        };
    }

    /** A stemmer of Snowball keeps the word that it works on, so each stream gets its own. */
    private static UnaryOperator<TokenStream> snowball(Supplier<SnowballStemmer> stemmer) {
        return tokens -> new SnowballFilter(tokens, stemmer.get());
    }
}
