package eu.counterpoint.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void endWhereTheirMarkIsFollowedBySpaceAlsoBehindAQuotation() {
        assertThat(Sentences.of("Who speaks? “A former.” (Really!) He said: 3.5 million… And then\nhe left."))
                .containsExactly("Who speaks?", "“A former.”", "(Really!)", "He said: 3.5 million…",
                        "And then he left.");
    }

    @Test
    void endWithTheParagraph() {
        assertThat(Sentences.of("A heading\n\nThe text\tgoes  on\n\n\n\n- and on"))
                .containsExactly("A heading", "The text goes on", "- and on");
    }

    @Test
    void areNoneInWhiteSpace() {
        assertThat(Sentences.of("")).isEmpty();
        assertThat(Sentences.of(" \n\n \t")).isEmpty();
        assertThat(Sentences.of(".")).containsExactly(".");
        assertThat(Sentences.of(")")).containsExactly(")");
    }
}
