package eu.counterpoint.testing;

import java.util.Random;
import java.util.stream.Collectors;

/** Texts of words without sense, each number another text, always the same. */
public final class MadeTexts {

    private MadeTexts() {}

    /** So many words, of ten thousand different ones. */
    public static String words(int number, int count) {
        return new Random(number).ints(count, 0, 10_000).mapToObj(word -> "word" + word)
                .collect(Collectors.joining(" "));
    }
}
