package eu.counterpoint.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What a process still does after its work, above all compiling what was slow, would be taken from whatever is measured next: on
 * two cores that was up to a fifth of it.
 */
final class Rest {

    private static final Duration LOOK = Duration.ofSeconds(2);
    /** Processor time within a look with which processes count as idle. */
    private static final Duration IDLE = Duration.ofMillis(150);

    private Rest() {}

    /** Waits until these processes and all that they have started do nothing for two seconds. */
    static void await(ProcessHandle... processes) throws InterruptedException {
        Duration before = Duration.ZERO;
        for (Duration now = busy(processes); now.minus(before).abs().compareTo(IDLE) > 0; now = busy(processes)) {
            before = now;
            Thread.sleep(LOOK);
        }
    }

    private static Duration busy(ProcessHandle... processes) {
        return Arrays.stream(processes)
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
