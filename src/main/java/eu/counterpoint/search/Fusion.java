package eu.counterpoint.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one order out of two lists of the same materials, the one by words and the one by meaning. Scores of different
 * kinds are made comparable as z-scores, each within the best hundred of its list, and added with equal weight; what one list does
 * not have counts there as its last. See {@code docs/decisions/0008} for why.
 */
final class Fusion {

    /** A material and its score. */
    record Scored(String id, double score) {}

    /** So many of a list, the best, say what is usual in it. */
    private static final int BEST = 100;

    private Fusion() {}

    /** @return every material of either list once, the best first */
    static List<Scored> fuse(List<Scored> words, List<Scored> meaning) {
        Map<String, Double> sums = new LinkedHashMap<>();
        Standard byWords = Standard.of(words);
        Standard byMeaning = Standard.of(meaning);
        words.forEach(one -> sums.put(one.id(), byWords.z(one.score()) + byMeaning.last()));
        meaning.forEach(one -> sums.merge(one.id(), byWords.last() + byMeaning.z(one.score()),
                (before, alone) -> before - byMeaning.last() + byMeaning.z(one.score())));
        return sums.entrySet().stream().map(entry -> new Scored(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Scored::score).reversed()).toList();
    }

    /** Mean and deviation of the best scores of a list, and the z-score of its last. */
    private record Standard(double mean, double deviation, double last) {

        static Standard of(List<Scored> list) {
            double[] best = list.stream().map(Scored::score).sorted(Comparator.reverseOrder()).limit(BEST)
                    .mapToDouble(score -> score).toArray();
            double mean = Arrays.stream(best).average().orElse(0);
            double variance = Arrays.stream(best).map(score -> Math.pow(score - mean, 2)).average().orElse(0);
            double deviation = Math.sqrt(variance);
            double lowest = list.stream().mapToDouble(Scored::score).min().orElse(0);
            return new Standard(mean, deviation, deviation == 0 ? 0 : (lowest - mean) / deviation);
        }

        double z(double score) {
            return deviation == 0 ? 0 : (score - mean) / deviation;
        }
    }
}
