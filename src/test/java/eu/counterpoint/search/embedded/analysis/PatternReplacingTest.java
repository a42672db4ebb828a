package eu.counterpoint.search.embedded.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link PatternReplacing} replaces what Lucene replaces. */
class PatternReplacingTest {

    private static final String WORDS = "the baazaar organised organizes realise realised a aa aaa zz colour behaviour"
            + " prizes analyzed s z our labour radicalisation İstanbul z\uD83D\uDE00 naïve organised of the";

    @ParameterizedTest
    @ValueSource(strings = {"aa", "z(?<=\\p{L}{3}[iy]z)",
            "s(?<=\\p{L}{3}[iy]s)(?=(?:e|ed|es|er|ers|ing|able|ation|ations|ational)$)",
            "our(?<=(?:behavi|col|fav|hon|lab|neighb)our)", "a?b", "a|z", "z+", "(?<=\\p{L}{2})s$", "\\p{L}z", "[az]z"})
    void replacesWhatLuceneReplaces(String expression) throws IOException {
        Pattern pattern = Pattern.compile(expression);
        for (boolean all : new boolean[]{true, false}) {
            assertThat(read(PatternReplacing.of(pattern, "-", all).apply(tokens())))
                    .isEqualTo(read(new PatternReplaceFilter(tokens(), pattern, "-", all)));
        }
    }

    @Test
    void looksForALetterOnlyWhereAllThatIsFoundBeginsWithIt() {
        assertThat(List.of("aa", "z(?<=iz)", "s(?=(?:e|ed)$)", "a+b", "e\\)x"))
                .allSatisfy(sure -> assertThat(PatternReplacing.firstLetter(Pattern.compile(sure)))
                        .hasValue(sure.charAt(0)));
        assertThat(List.of("a?b", "a*b", "a{0,1}b", "a|b", "ab(c)|d", "(a)b", "\\pL", "[a]b", ".", "^a", "a\\Q|\\Eb",
                "a[)]|b[(]", "a[(]|b[)]"))
                .allSatisfy(unsure -> assertThat(PatternReplacing.firstLetter(Pattern.compile(unsure))).isEmpty());
        assertThat(PatternReplacing.firstLetter(Pattern.compile("aa", Pattern.CASE_INSENSITIVE))).isEmpty();
    }

    private static TokenStream tokens() {
        WhitespaceTokenizer tokens = new WhitespaceTokenizer();
        tokens.setReader(new StringReader(WORDS));
        return new StopFilter(tokens, CharArraySet.copy(Set.of("the", "of")));
    }

    private static List<String> read(TokenStream tokens) throws IOException {
        List<String> all = new ArrayList<>();
        try (tokens) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                all.add(word + " " + place.startOffset() + "-" + place.endOffset() + " "
                        + step.getPositionIncrement());
            }
            tokens.end();
            all.add("end " + place.endOffset() + " " + step.getPositionIncrement());
        }
        return all;
    }
}
