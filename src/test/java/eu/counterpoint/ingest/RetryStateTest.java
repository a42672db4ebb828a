package eu.counterpoint.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.QuarantineFilter;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How far a retry of many files is. */
class RetryStateTest {

    @Test
    void countsWhatWasReadWhileItStillWalks() {
        RetryState state = state(true, Map.of(Outcome.PENDING, 20L, Outcome.EXTRACTED, 25L, Outcome.EMPTY, 5L));

        assertThat(state.read()).isEqualTo(30);
        assertThat(state.searchable()).isEqualTo(25);
        assertThat(state.percent()).isEqualTo(30);
        assertThat(state.running()).isTrue();
    }

    @Test
    void runsUntilTheLastFileWasRead() {
        assertThat(state(false, Map.of(Outcome.PENDING, 1L, Outcome.EMPTY, 99L)).running()).isTrue();
        assertThat(state(true, Map.of()).running()).isTrue();
        assertThat(state(false, Map.of(Outcome.EMPTY, 100L)).running()).isFalse();
    }

    @Test
    void forgetsNoFileThatSomebodyReadsOnceMoreLater() {
        RetryState state = state(false, Map.of(Outcome.EMPTY, 60L));

        assertThat(state.read()).isEqualTo(100);
        assertThat(state.percent()).isEqualTo(100);
    }

    @Test
    void isDoneWhereThereWasNothingToRead() {
        RetryState state = new RetryState(1, QuarantineFilter.ALL, Instant.EPOCH, false, 0, Map.of());

        assertThat(state.running()).isFalse();
        assertThat(state.percent()).isEqualTo(100);
    }

    private static RetryState state(boolean walking, Map<Outcome, Long> results) {
        return new RetryState(1, QuarantineFilter.ALL, Instant.EPOCH, walking, 100, results);
    }
}
