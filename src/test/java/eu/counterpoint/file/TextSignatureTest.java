package eu.counterpoint.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.counterpoint.testing.MadeTexts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextSignatureTest {

    private static final String TEXT = MadeTexts.words(1, 2_000);

    @Test
    void isTheSameHoweverTheTextIsSetAndBrokenIntoPages() {
        String shouted = TEXT.toUpperCase(Locale.ROOT).replace(" ", ",\n  ");
        int middle = TEXT.indexOf(' ', TEXT.length() / 2);

        assertThat(signature(shouted)).isEqualTo(signature(TEXT));
        assertThat(signature(TEXT.replace("word7", "wo\u00ADrd7"))).isEqualTo(signature(TEXT));
        assertThat(signature(TEXT.substring(0, middle), TEXT.substring(middle))).isEqualTo(signature(TEXT));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 20, 40, 100, 300})
    void tellsWhichPartOfTheShinglesIsInBoth(int every) {
        for (int number = 10; number < 30; number++) {
            String text = MadeTexts.words(number, 3_000);
            String other = changed(text, every);

            assertThat(signature(text).likeness(signature(other))).as("text %s", number)
                    .isCloseTo(jaccard(text, other), within(0.22));
        }
    }

    @Test
    void sharesABandWithATextThatIsNearlyTheSameAndHasNothingInCommonWithAnother() {
        int withAnother = 0;
        for (int number = 100; number < 200; number++) {
            TextSignature text = signature(MadeTexts.words(number, 1_500));
            TextSignature near = signature(changed(MadeTexts.words(number, 1_500), 100));
            TextSignature other = signature(MadeTexts.words(number + 1_000, 1_500));

            assertThat(shared(text, near)).as("text %s", number).isPositive();
            assertThat(text.likeness(near)).isGreaterThan(0.75);
            assertThat(text.likeness(other)).isLessThan(0.1);
            withAnother += shared(text, other);
        }
        assertThat(withAnother).isZero();
    }

    @Test
    void isThereForAShortTextToo() {
        String text = MadeTexts.words(5, 80);

        assertThat(signature(text).likeness(signature(text + " and a few more"))).isGreaterThan(0.75);
        assertThat(signature(text).likeness(signature(MadeTexts.words(6, 80)))).isLessThan(0.1);
    }

    @Test
    void isNotThereWhereTheTextSaysTooLittle() {
        assertThat(TextSignature.of(List.of())).isEmpty();
        assertThat(TextSignature.of(passages("This page is left blank."))).isEmpty();
        assertThat(TextSignature.of(passages("again and ".repeat(100_000)))).isEmpty();
        assertThat(TextSignature.of(passages("\u2014 ".repeat(10_000)))).isEmpty();
    }

    @Test
    void comesBackFromItsBytes() {
        TextSignature signature = signature(TEXT);

        assertThat(signature.bytes()).hasSize(256);
        assertThat(TextSignature.ofBytes(signature.bytes())).isEqualTo(signature);
        assertThat(LongStream.of(signature.bands()).distinct().count()).isEqualTo(TextSignature.BANDS);
    }

    private static TextSignature signature(String... passages) {
        return TextSignature.of(passages(passages)).orElseThrow();
    }

    private static List<Passage> passages(String... texts) {
        List<Passage> passages = new ArrayList<>();
        for (String text : texts) {
            passages.add(new Passage(passages.size(), null, null, text));
        }
        return passages;
    }

    /** One word in so many is another. */
    private static String changed(String text, int every) {
        String[] words = text.split(" ");
        for (int i = 0; i < words.length; i += every) {
            words[i] = "another" + i;
        }
        return String.join(" ", words);
    }

    private static long shared(TextSignature one, TextSignature other) {
        Set<Long> bands = LongStream.of(one.bands()).boxed().collect(Collectors.toSet());
        return LongStream.of(other.bands()).filter(bands::contains).count();
    }

    private static double jaccard(String one, String other) {
        Set<List<String>> first = shingles(one);
        Set<List<String>> both = new HashSet<>(shingles(other));
        Set<List<String>> all = new HashSet<>(first);
        all.addAll(both);
        both.retainAll(first);
        return both.size() / (double) all.size();
    }

    private static Set<List<String>> shingles(String text) {
        List<String> words = Arrays.asList(text.split(" "));
        Set<List<String>> shingles = new HashSet<>();
        for (int i = 0; i + 5 <= words.size(); i++) {
            shingles.add(words.subList(i, i + 5));
        }
        return shingles;
    }
}
