package eu.counterpoint.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.search.Fusion.Scored;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FusionTest {

    @Test
    void putsFirstWhatIsGoodInBothLists() {
        assertThat(order(
                List.of(new Scored("words", 12), new Scored("both", 11), new Scored("neither", 2)),
                List.of(new Scored("meaning", 0.7), new Scored("both", 0.68), new Scored("neither", 0.2))))
                .startsWith("both").endsWith("neither");
    }

    @Test
    void doesNotMindInWhichMeasureAListIsScored() {
        List<Scored> words = List.of(new Scored("a", 3), new Scored("b", 2), new Scored("c", 0));
        List<Scored> meaning = List.of(new Scored("b", 0.6), new Scored("c", 0.5), new Scored("a", 0.45));
        assertThat(order(words.stream().map(one -> new Scored(one.id(), 100 * one.score() + 7)).toList(), meaning))
                .isEqualTo(order(words, meaning));
    }

    @Test
    void letsTheOnlyOneWithTheWordsComeBeforeAllThatIsNear() {
        assertThat(order(
                Stream.concat(Stream.of(new Scored("word", 4)), numbered(20).map(id -> new Scored(id, 0))).toList(),
                Stream.concat(numbered(20).map(id -> new Scored(id, 0.3 + Integer.parseInt(id) / 100.0)),
                        Stream.of(new Scored("word", 0.25))).toList()))
                .startsWith("word", "20", "19");
    }

    @Test
    void takesWhatAListDoesNotHaveForItsLast() {
        assertThat(order(List.of(new Scored("a", 5), new Scored("b", 3), new Scored("c", 1)),
                List.of(new Scored("d", 0.8), new Scored("c", 0.6), new Scored("b", 0.5))))
                .containsExactlyInAnyOrder("a", "b", "c", "d").startsWith("a", "d");
    }

    @Test
    void keepsTheOrderOfTheListThatThereIs() {
        List<Scored> words = List.of(new Scored("a", 5), new Scored("b", 3));
        assertThat(order(words, List.of())).containsExactly("a", "b");
        assertThat(order(List.of(), words)).containsExactly("a", "b");
    }

    private static List<String> order(List<Scored> words, List<Scored> meaning) {
        return Fusion.fuse(words, meaning).stream().map(Scored::id).toList();
    }

    /** From 1 on. */
    private static Stream<String> numbered(int many) {
        return IntStream.rangeClosed(1, many).mapToObj(String::valueOf);
    }
}
