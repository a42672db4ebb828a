package eu.counterpoint.extraction.worker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The languages of a file's passages, as they come. To detect a language takes a quarter of a millisecond, so only the
 * first passages are asked; the others are recognised by the short words that these used most, and asked only where they
 * sound like none of them.
 */
final class PassageLanguages {

    /** Characters of a passage that are looked at. */
    private static final int SAMPLE = 600;
    /** After so many passages in a row that gave no answer, such as those of a table, only some are asked. */
    private static final int MUTE = 16;
    private static final int SOME = 8;

    private final Languages languages;
    private final Map<Integer, String> found = new TreeMap<>();
    private final Map<String, Voice> voices = new HashMap<>();
    private @Nullable String first;
    private int passages;
    private int mute;

    PassageLanguages(Languages languages) {
        this.languages = languages;
    }

    void add(String passage) {
        String sample = passage.length() <= SAMPLE ? passage : passage.substring(0, SAMPLE);
        int number = passages++;
        if (number == 0) {
            // The language of a file with one passage is found anyway.
            first = sample;
            return;
        }
        if (first != null) {
            listen(0, first);
            first = null;
        }
        listen(number, sample);
    }

    /** The language of more than half of the passages, if they have one. */
    Optional<String> usual() {
        return found.values().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet().stream().filter(language -> language.getValue() * 2 > passages).map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * The languages of passages that are certainly in another than the file, by number in the order of arrival.
     *
     * @param file the file's language, or null where it is not known
     */
    Map<Integer, String> others(@Nullable String file) {
        Map<Integer, String> others = new TreeMap<>(found);
        others.values().removeIf(language -> language.equals(file));
        return others;
    }

    private void listen(int number, String sample) {
        List<String> words = Voice.words(sample);
        String language = recognised(words);
        if (language == null && (mute < MUTE || number % SOME == 0)) {
            language = languages.certainly(sample);
            mute = language == null ? mute + 1 : 0;
            if (language != null) {
                voices.computeIfAbsent(language, any -> new Voice()).learn(words);
            }
        }
        if (language != null) {
            found.put(number, language);
        }
    }

    private @Nullable String recognised(List<String> words) {
        String best = null;
        double likeness = Voice.ALIKE;
        for (Map.Entry<String, Voice> voice : voices.entrySet()) {
            double like = voice.getValue().likeness(words);
            if (like >= likeness) {
                likeness = like;
                best = voice.getKey();
            }
        }
        return best;
    }

    /** The short words that passages in one language have in common. */
    private static final class Voice {

        /** How much of what is usual a passage must have, to be taken for the same language. */
        static final double ALIKE = 0.6;
        private static final int ENOUGH_PASSAGES = 3;
        /** What is used as often as that is not the passages' subject. */
        private static final int OFTEN = 3;
        private static final int LONGEST_WORD = 6;
        /** Where fewer words are among the usual ones, as in lists, likeness says nothing. */
        private static final double TOO_FEW = 0.1;

        private final Map<String, Integer> counts = new HashMap<>();
        private int passages;
        private int all;
        private double usual;

        void learn(List<String> words) {
            passages++;
            all += words.size();
            words.stream().filter(word -> !word.isEmpty()).forEach(word -> counts.merge(word, 1, Integer::sum));
            int often = counts.values().stream().filter(count -> count >= OFTEN).mapToInt(Integer::intValue).sum();
            usual = (double) often / all;
        }

        /** The share of usual words, beside what it was where the language was learned; 0 while too little is known. */
        double likeness(List<String> words) {
            if (passages < ENOUGH_PASSAGES || usual < TOO_FEW || words.isEmpty()) {
                return 0;
            }
            long often = words.stream().filter(word -> counts.getOrDefault(word, 0) >= OFTEN).count();
            return often / (usual * words.size());
        }

        /** Words in small letters; longer ones are empty, for they are counted only. */
        static List<String> words(String text) {
            List<String> words = new ArrayList<>();
            int start = -1;
            for (int i = 0; i <= text.length(); i++) {
                boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
                if (letter && start < 0) {
                    start = i;
                } else if (!letter && start >= 0) {
                    words.add(i - start <= LONGEST_WORD ? text.substring(start, i).toLowerCase(Locale.ROOT) : "");
                    start = -1;
                }
            }
            return words;
        }
    }
}
