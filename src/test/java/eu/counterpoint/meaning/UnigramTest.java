package eu.counterpoint.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UnigramTest {

    private static final int BEGIN = 0;
    private static final int END = 2;
    private static final int UNKNOWN = 3;

    private final Tokenizer tokenizer = json("""
            {"model": {"type": "Unigram", "unk_id": 3, "vocab": [
             ["<s>", 0.0], ["<pad>", 0.0], ["</s>", 0.0], ["<unk>", 0.0],
             ["\\u2581", -3.0], ["\\u2581peace", -6.0], ["ful", -5.0], ["\\u2581pea", -2.0], ["ce", -3.0],
             ["f", -4.0], ["u", -4.0], ["l", -4.0], ["\\u2581über", -7.0], ["fi", -3.5], ["😀", -8.0]]}}""");

    @Test
    void takesThePiecesWithTheBestSumNotTheLongest() {
        assertThat(tokenizer.ids("peace", 128)).containsExactly(BEGIN, 7, 8, END);
        assertThat(tokenizer.ids("peaceful  peace", 128)).containsExactly(BEGIN, 7, 8, 6, 7, 8, END);
    }

    @Test
    void takesUnknownCharactersInARowForOne() {
        assertThat(tokenizer.ids("peacexyzful xx", 128)).containsExactly(BEGIN, 7, 8, UNKNOWN, 6, 4, UNKNOWN, END);
        assertThat(tokenizer.ids("漢\uD840\uDC00 😀", 128)).containsExactly(BEGIN, 4, UNKNOWN, 4, 14, END);
    }

    @Test
    void bringsSpellingsOfACharacterTogetherAndDropsWhatIsNone() {
        assertThat(tokenizer.ids("u\u0308ber", 128)).containsExactly(BEGIN, 12, END);
        assertThat(tokenizer.ids("\uFB01", 128)).containsExactly(BEGIN, 4, 13, END);
        assertThat(tokenizer.ids("pea\u0001ce\uD83D", 128)).containsExactly(BEGIN, 7, 8, END);
        assertThat(tokenizer.ids("\u00a0peace\u200bpeace\n", 128)).containsExactly(BEGIN, 7, 8, 7, 8, END);
        assertThat(tokenizer.ids("", 128)).containsExactly(BEGIN, END);
    }

    @Test
    void leavesOutWhatDoesNotFit() {
        assertThat(tokenizer.ids("peaceful peaceful", 6)).containsExactly(BEGIN, 7, 8, 6, 7, END);
        assertThat(tokenizer.ids("ful".repeat(1_000_000), 128)).hasSize(128).endsWith(END);
        assertThat(tokenizer.ids("x".repeat(5_000_000), 128)).hasSizeLessThan(128).contains(UNKNOWN).endsWith(END);
    }

    @Test
    void knowsAFileThatDoesNotNameItsKind() {
        assertThat(json("{\"model\": {\"unk_id\": 0, \"vocab\": [[\"<s>\", 0], [\"</s>\", 0], [\"\\u2581a\", -1]]}}")
                .ids("a", 128)).containsExactly(0, 2, 1);
    }

    @Test
    void saysWhatAFileLacks() {
        assertThatThrownBy(() -> json("{\"model\": {\"type\": \"Unigram\", \"vocab\": [[\"<s>\", 0]]}}"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("unknown");
        assertThatThrownBy(() -> json("{\"model\": {\"type\": \"Unigram\", \"unk_id\": 0, \"vocab\": [[\"<s>\", 0]]}}"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("</s>");
    }

    private static Tokenizer json(String json) {
        try {
            return TokenizerFile.json(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))).tokenizer();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
