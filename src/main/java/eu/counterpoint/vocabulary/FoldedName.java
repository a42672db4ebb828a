package eu.counterpoint.vocabulary;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The name of a concept as it is compared with what people write. */
public final class FoldedName {

    private FoldedName() {}

    /**
     * Without case, accents and marks, and in one of the spellings that are in use for the same word; words by single
     * spaces. Empty where there is no letter and no number.
     */
    public static String of(String label) {
        String bare = Normalizer.normalize(label, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT).replace("ß", "ss").replace("ø", "o").replace("æ", "a").replace("œ", "o")
                .replace("ł", "l").replace("đ", "d").replace('ς', 'σ').replaceAll("(?<![aeiouqy])ue", "u")
                .replace("oe", "o").replace("ae", "a");
        return Stream.of(bare.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty())
                .map(word -> word.replaceAll("(?<=[a-z]{3})is(?=(e|es|ed|er|ers|ing|ation|ations)$)", "iz"))
                .collect(Collectors.joining(" "));
    }
}
