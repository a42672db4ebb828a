package eu.counterpoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @Test
    void matchesTheRevisionItNames() {
        assertThat(IfMatch.of("\"3\"").matches(3)).isTrue();
        assertThat(IfMatch.of("\"3\"").matches(4)).isFalse();
        assertThat(IfMatch.of("\"1\", \"3\"").matches(3)).isTrue();
        assertThat(IfMatch.of("*").matches(3)).isTrue();
        assertThat(IfMatch.of(IfMatch.tag(17)).matches(17)).isTrue();
    }

    @Test
    void comparesStrongly() {
        assertThat(IfMatch.of("W/\"3\"").matches(3)).isFalse();
        assertThat(IfMatch.of("W/\"2\", \"3\"").matches(3)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"3", "\"3\" \"4\"", "**"})
    void refusesWhatIsNoTag(String header) {
        assertThatThrownBy(() -> IfMatch.of(header)).isInstanceOf(Refusal.class).hasMessage("if-match-form");
    }

    @Test
    void asksForWhatIsMissing() {
        assertThatThrownBy(() -> IfMatch.of(null)).isInstanceOf(Refusal.class).hasMessage("if-match-missing");
    }
}
