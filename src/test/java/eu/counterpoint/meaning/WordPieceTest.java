package eu.counterpoint.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers are those that Hugging Face's own tokenizer gives with the same file. */
class WordPieceTest {

    private static final Tokenizer BUILT_IN = builtIn();

    private static Tokenizer builtIn() {
        try {
            return ModelFiles.of(new MeaningSettings(true, null, null, null, Path.of("unused"))).tokenizer()
                    .tokenizer();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            Hello, world!                 | 101 7592 1010 2088 999 102
            ``                            | 101 102
            Ré-intégration des élèves     | 101 2128 1011 8346 4078 3449 23047 102
            Gefängnis und Bewährungshilfe | 101 16216 15143 29076 2015 6151 2022 4213 8093 5575 6182 10270 2063 102
            漢字と仮名                     | 101 1904 100 1666 1761 1795 102
            한국어                         | 101 1469 30006 30021 29991 30014 30020 29999 30008 102
            İstanbul’da ẞ ΟΔΟΣ            | 101 9960 1521 4830 1096 1169 29722 29730 29733 102
            deradicalisation              | 101 4315 17190 9289 6648 102
            €20 + 5% = £x^2               | 101 1574 11387 1009 1019 1003 1027 1069 2595 1034 1016 102
            don't “quote” e.g. U.S.A.     | 101 2123 1005 1056 1523 14686 1524 1041 1012 1043 1012 1057 1012 1055 1012 1037 1012 102
            qzxjk꙰                        | 101 100 102
            """)
    void cutsWordsAsTheModelWasTaught(String text, String ids) {
        assertThat(BUILT_IN.ids(text, 128)).containsExactly(ids(ids));
    }

    @Test
    void dropsWhatShowsNothing() {
        assertThat(BUILT_IN.ids("ra\u200bdi\u00adcal\u0000", 128)).isEqualTo(BUILT_IN.ids("radical", 128));
        assertThat(BUILT_IN.ids("\uD83Dradical", 128)).isEqualTo(BUILT_IN.ids("radical", 128));
        assertThat(BUILT_IN.ids(" \t\n\u00a0", 128)).containsExactly(ids("101 102"));
    }

    @Test
    void takesAnEndlessWordForAnUnknownOne() {
        assertThat(BUILT_IN.ids("x".repeat(101) + " ok", 128)).containsExactly(ids("101 100 7929 102"));
        assertThat(BUILT_IN.ids("x".repeat(100), 128)).doesNotContain(100).hasSizeGreaterThan(10);
        assertThat(BUILT_IN.ids("x".repeat(5_000_000), 128)).containsExactly(ids("101 100 102"));
    }

    @Test
    void takesWhatLooksLikeAMarkForText() {
        assertThat(Arrays.stream(BUILT_IN.ids("[SEP] and [CLS]", 128)).skip(1).limit(3)).containsExactly(1031L, 19802L,
                1033L);
    }

    @Test
    void leavesOutWhatDoesNotFit() {
        long[] all = BUILT_IN.ids("one two three four five", 128);
        assertThat(BUILT_IN.ids("one two three four five", 5)).containsExactly(101, all[1], all[2], all[3], 102);
        assertThat(BUILT_IN.ids("deradicalisation", 4)).containsExactly(ids("101 4315 17190 102"));
        assertThat(BUILT_IN.ids("word ".repeat(100_000), 128)).hasSize(128).endsWith(102);
    }

    @Test
    void readsAVocabularyOfOnePieceALine() {
        Tokenizer tokenizer = TokenizerFile.vocabulary(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "peace", "##ful"))
                .tokenizer();
        assertThat(tokenizer.ids("Peaceful peace war", 128)).containsExactly(2, 4, 5, 4, 1, 3);
    }

    @Test
    void keepsCapitalsAndAccentsForAModelThatKnowsThem() throws IOException {
        Tokenizer tokenizer = json("""
                {"normalizer": {"lowercase": false}, "model": {"type": "WordPiece",
                 "vocab": {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "École": 3, "ecole": 4}}}""");
        assertThat(tokenizer.ids("École ecole école", 128)).containsExactly(1, 3, 4, 0, 2);
    }

    @Test
    void saysWhatItCannotRead() {
        assertThatThrownBy(() -> json("{\"model\": {\"type\": \"BPE\", \"vocab\": {}}}"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("BPE");
        assertThatThrownBy(() -> TokenizerFile.vocabulary(List.of("peace")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("[CLS]");
    }

    private static Tokenizer json(String json) throws IOException {
        return TokenizerFile.json(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))).tokenizer();
    }

    private static long[] ids(String ids) {
        return Arrays.stream(ids.split(" ")).mapToLong(Long::parseLong).toArray();
    }
}
