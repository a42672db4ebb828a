package eu.counterpoint.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '~', value = {"credible voices ~ credible voices",
            "prison AND youth ~ prison + youth", "prison OR youth ~ prison | youth", "prison NOT youth ~ prison -youth",
            "AND prison OR ~ prison", "voices - society ~ voices society", "voices & society ~ voices society",
            "“credible voices” ~ \"credible voices\"", "\"credible AND voices\" ~ \"credible AND voices\"",
            "say \"credible voices ~ say  credible voices", "radical* ~ radical*", "-police ~ -police",
            "Grüße 😀 ~ Grüße 😀"})
    void saysWhatWasMeantInTheEnginesOwnWords(String typed, String text) {
        assertThat(QueryText.of(typed).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?!", "***", "\"\"", "\\", "- + |", "AND OR NOT", "()[]{}"})
    void findsNothingToSearchWhereThereAreOnlySigns(String typed) {
        assertThat(QueryText.of(typed).isEmpty()).isTrue();
        assertThat(QueryText.of(typed).typed()).isTrue();
    }

    @Test
    void knowsThatNothingWasTyped() {
        assertThat(QueryText.of(" \t ")).isEqualTo(new QueryText("", false));
    }

    @Test
    void leavesOutWhatNoIndexCouldTell() {
        assertThat(QueryText.of("word ".repeat(1_000)).text().split(" ")).hasSize(60);
        assertThat(QueryText.of("x".repeat(5_000)).text()).hasSize(100);
        assertThat(QueryText.of("漢".repeat(5_000)).text()).hasSize(60);
        assertThat(QueryText.of("a,".repeat(2_500)).text().chars().filter(c -> c == 'a').count())
                .isLessThanOrEqualTo(60);
    }
}
