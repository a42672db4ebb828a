package eu.counterpoint.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnfinishedTest {

    @ParameterizedTest
    @CsvSource({"Malik, Malikh", "sofiy, sofiya", "borshc, borshch", "AK, Akh"})
    void addsWhatTheIndexWritesOtherwise(String typed, String whole) {
        assertThat(Unfinished.of(typed)).containsExactly(typed, whole);
    }

    @Test
    void addsAllThatALetterMayBecome() {
        assertThat(Unfinished.of("αγ")).containsExactlyInAnyOrder("αγ", "αγγ", "αγχ", "αγξ");
        assertThat(Unfinished.of("кри")).containsExactlyInAnyOrder("кри", "крий", "криї");
    }

    @ParameterizedTest
    @CsvSource({"radical", "kh", "ka", "sh", "ου", "prison pro"})
    void leavesWhatTheIndexWritesAsItBegins(String typed) {
        assertThat(Unfinished.of(typed)).containsExactly(typed);
    }
}
