package eu.counterpoint.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the running text of a page becomes passages that can be read and found. */
class PassageTextTest {

    private final List<String> passages = new ArrayList<>();
    private final PassageText text = new PassageText(passages::add);

    @Test
    void keepsAShortPageWhole() {
        add("A title");
        text.endParagraph();
        add("One line,\nand  another.");
        text.end();
        assertThat(passages).containsExactly("A title\n\nOne line,\nand another.");
    }

    @Test
    void cutsAtTheEndOfAParagraphWhereThereIsOne() {
        for (int i = 0; i < 10; i++) {
            add("word ".repeat(80) + "end of paragraph " + i + ".");
            text.endParagraph();
        }
        text.end();
        assertThat(passages).hasSizeBetween(4, 5)
                .allSatisfy(passage -> assertThat(passage).matches("(?s)word .*end of paragraph \\d\\.")
                        .hasSizeBetween(PassageText.MIN / 2, PassageText.MAX));
    }

    @Test
    void cutsAtTheEndOfASentenceOtherwise() {
        add("This is a sentence of some words. ".repeat(100));
        text.end();
        assertThat(passages).hasSizeGreaterThan(2)
                .allSatisfy(passage -> assertThat(passage).startsWith("This").endsWith("words."));
    }

    @Test
    void cutsAnywhereRatherThanNotAtAllAndLosesNothing() {
        String endless = "\uD83D\uDE00".repeat(2_000);
        add(endless);
        text.end();
        assertThat(String.join("", passages)).isEqualTo(endless);
        assertThat(passages).allSatisfy(passage -> assertThat(passage.length()).isLessThanOrEqualTo(PassageText.MAX));
    }

    @Test
    void passesOnALongPageBeforeItsEnd() {
        add("Some words. ".repeat(10_000));
        assertThat(passages).hasSizeGreaterThan(50);
        assertThat(text.unfinished()).hasSizeLessThan(5 * PassageText.MAX);
    }

    @Test
    void leavesOutWhatNobodySees() {
        add("\u0000\u0007ra\u00ADdi\u200Bcal\uFEFF\u00A0\u2003  \uFB01nd\uFFFD \u0065\u0301");
        text.end();
        assertThat(passages).containsExactly("radical find \u00E9");
    }

    @Test
    void neverPassesBlank() {
        add(" \n\t\u00A0\u0000");
        text.endParagraph();
        text.end();
        text.end();
        assertThat(passages).isEmpty();
    }

    private void add(String characters) {
        text.append(characters.toCharArray(), 0, characters.length());
    }
}
