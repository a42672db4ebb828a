package eu.counterpoint.meaning;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
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
    private long looked = System.nanoTime();
    private long worked;
    private boolean givesWay;

    Pace() {
        this(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)::getCpuLoad,
                Runtime.getRuntime().availableProcessors());
    }

    /** @param load what part of all processors was busy since it was last asked, 0 to 1 */
    Pace(DoubleSupplier load, int processors) {
        this.load = load;
        this.processors = processors;
    }

    /**
     * Returns when the next piece of work may begin. Called by one thread at a time.
     *
     * @param spent how long the last piece took, in nanoseconds
     */
    void rest(long spent) throws InterruptedException {
        worked += spent;
        long since = System.nanoTime() - looked;
        if (since > LOOK_NANOS) {
            double busy = load.getAsDouble();
            double own = (double) worked / since / processors;
            givesWay = busy > BUSY && busy - own > 1 - BUSY;
            looked = System.nanoTime();
            worked = 0;
        }
        if (givesWay) {
            Thread.sleep(Duration.ofNanos(RESTS * spent));
        } else if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
