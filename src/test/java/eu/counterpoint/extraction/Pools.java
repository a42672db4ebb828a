package eu.counterpoint.extraction;

import eu.counterpoint.testing.ClassPaths;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Settings for pools of one worker under test; a test changes what it is about. */
final class Pools {

    static {
        ClassPaths.keepLibrariesOfTestsFromWorkers();
    }

    private Pools() {}

    static ExtractionSettings settings(int workers) {
        return new ExtractionSettings(workers, DataSize.ofMegabytes(512), Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofSeconds(120), 5_000_000, 500, 12, DataSize.ofGigabytes(2), 10_000, false);
    }

    static ExtractionSettings settings(Duration timeout, Duration stall) {
        return new ExtractionSettings(1, DataSize.ofMegabytes(128), timeout, stall, Duration.ofSeconds(120), 5_000_000,
                500, 12, DataSize.ofGigabytes(2), 10_000, false);
    }

    static ExtractionSettings limits(int characters, int embedded, int depth) {
        return new ExtractionSettings(1, DataSize.ofMegabytes(256), Duration.ofSeconds(120), Duration.ofSeconds(120),
                Duration.ofSeconds(120), characters, embedded, depth, DataSize.ofGigabytes(2), 10_000, false);
    }
}
