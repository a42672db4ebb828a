package eu.counterpoint.meaning;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;

/**
 * Lets work that can wait give way: while others keep the machine busy, it rests twice as long as it works. Java has no low
 * priority that Linux would respect.
 */
final class Pace {

    private static final long LOOK_NANOS = 300_000_000;
    private static final int RESTS = 2;
    /** Of all processors: above this, nobody is idle. */
    private static final double BUSY = 0.9;

    private final DoubleSupplier load;
    private final int processors;
    private long looked;
    private long worked;
    private boolean givesWay;

    /** @param now of the clock that the pauses are asked with, in nanoseconds */
    Pace(long now) {
        this(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)::getCpuLoad,
                Runtime.getRuntime().availableProcessors(), now);
    }

    /** @param load what part of all processors was busy since it was last asked, 0 to 1 */
    Pace(DoubleSupplier load, int processors, long now) {
        this.load = load;
        this.processors = processors;
        this.looked = now;
    }

    /**
     * How long to rest before the next piece of work, in nanoseconds. Asked by one thread at a time.
     *
     * @param spent how long the last piece took, in nanoseconds
     */
    long pause(long spent, long now) {
        worked += spent;
        long since = now - looked;
        if (since > LOOK_NANOS) {
            double busy = load.getAsDouble();
            double own = (double) worked / since / processors;
            givesWay = busy > BUSY && busy - own > 1 - BUSY;
            looked = now;
            worked = 0;
        }
        return givesWay ? RESTS * spent : 0;
    }
}
