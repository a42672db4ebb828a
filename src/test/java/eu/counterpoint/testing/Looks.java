package eu.counterpoint.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Whoever waits for a state looks at once, soon again, and then more and more seldom: most of what tests wait for takes some
 * hundredths of a second, and what takes longer is not disturbed. JUnit finds this by itself.
 */
public final class Looks implements BeforeAllCallback {

    private static final Duration FIRST = Duration.ofMillis(10);
    private static final Duration SELDOM = Duration.ofMillis(100);

    @Override
    public void beforeAll(ExtensionContext tests) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(IterativePollInterval.iterative(Looks::next, FIRST));
    }

    private static Duration next(Duration last) {
        Duration longer = last.multipliedBy(3).dividedBy(2);
        return longer.compareTo(SELDOM) < 0 ? longer : SELDOM;
    }
}
