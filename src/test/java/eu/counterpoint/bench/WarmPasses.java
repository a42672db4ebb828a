package eu.counterpoint.bench;

import java.util.List;

/** Of passes in turn the later half counts, when everything has become warm. */
public final class WarmPasses {

    private WarmPasses() {}

    /** The median of the later half of some seconds. */
    public static double median(List<Double> seconds) {
        List<Double> sorted = seconds.subList(seconds.size() / 2, seconds.size()).stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
