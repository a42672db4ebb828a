package eu.counterpoint.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NarrativeTest {

    @Test
    void isReadAFewSentencesAtATime() {
        String ten = "one two three four five six seven eight nine ten.";
        String text = String.join(" ",
                List.of(ten, ten, ten, ten, ten, "And this is one more sentence, eleven words long, not ten."));

        assertThat(Narrative.of(text).windows()).containsExactly(
                String.join(" ", ten, ten, ten, ten, ten),
                "And this is one more sentence, eleven words long, not ten.");
    }

    @Test
    void cutsASentenceThatNeverEnds() {
        assertThat(Narrative.of("word ".repeat(150)).windows()).hasSize(3)
                .allSatisfy(window -> assertThat(window.split(" ")).hasSizeLessThanOrEqualTo(60));
    }

    @Test
    void hasNoWindowForASingleWord() {
        assertThat(Narrative.of("Alone!").windows()).isEmpty();
    }

    @Test
    void leavesOutSignsThatAreNone() {
        assertThat(Narrative.of("a\u0000b\uD83Dc\nd").text()).isEqualTo("a b c d");
        assertThat(Narrative.of(" …?! ").isEmpty()).isTrue();
    }

    @Test
    void doesNotSayWhatItIs() {
        assertThat(Narrative.of("They hide it from you")).hasToString("a narrative of 21 characters");
    }
}
