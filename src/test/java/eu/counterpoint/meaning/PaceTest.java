package eu.counterpoint.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long PIECE = 20_000_000;
    private static final int PIECES = 100;

    @Test
    void goesOnWhereAProcessorIsFree() {
        assertThat(rested(() -> 0.5, 2)).isZero();
        assertThat(rested(() -> 0.85, 8)).isZero();
    }

    @Test
    void restsTwiceAsLongAsItWorksWhileOthersKeepAllProcessorsBusy() {
        assertThat(rested(() -> 1.0, 2)).isBetween(160 * PIECE, 200 * PIECE);
    }

    @Test
    void doesNotGiveWayToItself() {
        assertThat(rested(() -> 1.0, 1)).isZero();
    }

    @Test
    void goesOnAsSoonAsTheOthersAreDone() {
        int[] asked = {0};
        assertThat(rested(() -> asked[0]++ < 2 ? 1.0 : 0.5, 2)).isBetween(10 * PIECE, 60 * PIECE);
    }

    /** How long it rested in the course of a hundred pieces of work, in nanoseconds. */
    private static long rested(DoubleSupplier load, int processors) {
        long now = 5_000;
        Pace pace = new Pace(load, processors, now);
        long rested = 0;
        for (int i = 0; i < PIECES; i++) {
            now += PIECE;
            long pause = pace.pause(PIECE, now);
            rested += pause;
            now += pause;
        }
        return rested;
    }
}
