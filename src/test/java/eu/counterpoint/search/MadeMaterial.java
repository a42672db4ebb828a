package eu.counterpoint.search;

import eu.counterpoint.file.Passage;
import eu.counterpoint.library.Consent;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Gammma;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A material as it might be, made of the words of other texts. The same number always gives the same one: titles of 4 to
 * 12 words, summaries of 30 to 80, files of some hundred to some thousand words, and concepts of which a few are frequent
 * and most are rare.
 *
 * @param files the passages of each file
 */
record MadeMaterial(MaterialId id, Description description, List<List<Passage>> files) {

    private static final long SEED = 2015;
    private static final int WORDS_A_PAGE = 350;
    /** As long as passages are that were read from files: up to about 1,200 characters. */
    private static final int WORDS_A_PASSAGE = 140;
    private static final int FEWEST_WORDS = 150;
    private static final int MOST_WORDS = 8_000;

    /** @param length of the texts, as a part of what they would usually have */
    static MadeMaterial number(int number, SourceWords words, Vocabulary vocabulary, double length) {
        Random random = new Random(SEED + number * 7_919L);
        Description description = new Description(words.line(random, between(random, 4, 12)),
                words.text(random, between(random, 30, 80)), concepts(random, vocabulary), 1995 + skewed(random, 30),
                words.line(random, between(random, 1, 3)), List.of(words.line(random, 2), words.line(random, 2)), "",
                "https://example.org/" + number, visibility(random), Consent.NOBODY_NAMED, "", Gammma.NOT_REPORTED);
        List<List<Passage>> files = new ArrayList<>();
        for (int file = 0; file < howManyFiles(random); file++) {
            files.add(passages(random, words, length));
        }
        return new MadeMaterial(new MaterialId("made-%06d".formatted(number)), description, files);
    }

    long characters() {
        return files.stream().flatMap(List::stream).mapToLong(passage -> passage.text().length()).sum();
    }

    private static int howManyFiles(Random random) {
        int dice = random.nextInt(20);
        return dice == 0 ? 0 : dice < 18 ? 1 : 2;
    }

    /** Lengths as texts have them: most around 900 words, a few of some thousand. */
    private static List<Passage> passages(Random random, SourceWords words, double share) {
        int left = (int) (share * Math.clamp(Math.round(900 * Math.exp(0.7 * random.nextGaussian())), FEWEST_WORDS,
                MOST_WORDS));
        List<Passage> passages = new ArrayList<>();
        for (int written = 0; left > 0;) {
            int length = Math.min(left, WORDS_A_PASSAGE);
            passages.add(new Passage(passages.size(), 1 + written / WORDS_A_PAGE, null, words.text(random, length)));
            written += length;
            left -= length;
        }
        return passages;
    }

    private static Map<Scheme, List<String>> concepts(Random random, Vocabulary vocabulary) {
        Map<Scheme, List<String>> concepts = new EnumMap<>(Scheme.class);
        for (Scheme scheme : Scheme.values()) {
            List<Concept> all = vocabulary.concepts(scheme);
            int many = scheme.multiple() ? between(random, 1, 3) : 1;
            Set<String> chosen = new LinkedHashSet<>();
            for (int i = 0; i < many; i++) {
                chosen.add(all.get(skewed(random, all.size())).id());
            }
            concepts.put(scheme, List.copyOf(chosen));
        }
        return concepts;
    }

    private static Visibility visibility(Random random) {
        int dice = random.nextInt(50);
        return dice == 0 ? Visibility.VETTED : dice < 3 ? Visibility.SIGNED_IN : Visibility.PUBLIC;
    }

    private static int between(Random random, int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** A number below a limit, the small ones far more often. */
    private static int skewed(Random random, int limit) {
        return (int) (limit * Math.pow(random.nextDouble(), 2.5));
    }
}
