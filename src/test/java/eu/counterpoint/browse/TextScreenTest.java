package eu.counterpoint.browse;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.file.Passage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextScreenTest {

    @Test
    void showsFiftyPagesAtATime() {
        TextScreen first = TextScreen.read(pages(120), 0);
        TextScreen last = TextScreen.read(pages(120), 2);

        assertThat(first.screens()).isEqualTo(3);
        assertThat(first.blocks()).hasSize(50).first().extracting(TextScreen.Block::page).isEqualTo(1);
        assertThat(last.blocks()).hasSize(20).last().extracting(TextScreen.Block::page).isEqualTo(120);
        assertThat(TextScreen.read(pages(120), 3).blocks()).isEmpty();
    }

    @Test
    void findsTheScreenOfAPage() {
        assertThat(TextScreen.find(pages(120), passage -> passage.page() >= 51)).isEqualTo(1);
        assertThat(TextScreen.find(pages(120), passage -> passage.page() >= 50)).isZero();
        assertThat(TextScreen.find(pages(120), passage -> passage.page() >= 500)).isZero();
    }

    @Test
    void keepsThePassagesOfAPageTogetherAndPartsApart() {
        TextScreen screen = TextScreen.read(Stream.of(new Passage(0, 1, null, "a"), new Passage(1, 1, null, "b"),
                new Passage(2, 1, "inside.docx", "c"), new Passage(3, 2, null, "d")), 0);

        assertThat(screen.blocks()).extracting(block -> block.passages().size()).containsExactly(2, 1, 1);
        assertThat(screen.blocks()).extracting(TextScreen.Block::part).containsExactly(null, "inside.docx", null);
    }

    @Test
    void cutsTextWithoutPages() {
        Stream<Passage> passages = IntStream.range(0, 45).mapToObj(number -> new Passage(number, null, null, "x"));

        assertThat(TextScreen.read(passages, 0).blocks()).extracting(block -> block.passages().size())
                .containsExactly(20, 20, 5);
    }

    @Test
    void saysWhenThereIsNothing() {
        TextScreen screen = TextScreen.read(Stream.of(), 0);

        assertThat(screen.blocks()).isEmpty();
        assertThat(screen.screens()).isZero();
    }

    private static Stream<Passage> pages(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(page -> new Passage(page - 1, page, null, "Text of page " + page));
    }
}
