package eu.counterpoint.vocabulary;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The name of a concept as it is compared with what people write. */
public final class FoldedName {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern UE = Pattern.compile("(?<![aeiouqy])ue");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** As in "radicalisation". */
    private static final Pattern BRITISH = Pattern.compile("(?<=[a-z]{3})is(?=(e|es|ed|er|ers|ing|ation|ations)$)");

    private FoldedName() {}

    /**
     * Without case, accents and marks, and in one of the spellings that are in use for the same word; words by single
     * spaces. Empty where there is no letter and no number.
     */
    public static String of(String label) {
        String unmarked = MARKS.matcher(Normalizer.normalize(label, Normalizer.Form.NFKD)).replaceAll("")
                .toLowerCase(Locale.ROOT).replace("ß", "ss").replace("ø", "o").replace("æ", "a").replace("œ", "o")
                .replace("ł", "l").replace("đ", "d").replace('ς', 'σ');
        String bare = UE.matcher(unmarked).replaceAll("u").replace("oe", "o").replace("ae", "a");
        return BETWEEN_WORDS.splitAsStream(bare).filter(word -> !word.isEmpty())
                .map(word -> BRITISH.matcher(word).replaceAll("iz")).collect(Collectors.joining(" "));
    }
}
