package eu.counterpoint.extraction.worker;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells pages that have words from those that have none, or no more than a stamp or a number on a picture. */
public final class PagesWithWords {

    /** Characters of a page. */
    private static final int ENOUGH = 40;

    private final Map<Integer, Integer> characters = new HashMap<>();

    /** @param page from 1 */
    public void add(int page, String words) {
        characters.merge(page, words.strip().length(), Integer::sum);
    }

    /** From 1, of pages with a word at all. */
    public Set<Integer> withAny() {
        return Set.copyOf(characters.keySet());
    }

    /** From 1, of pages with enough words to be read without their pictures. */
    public Set<Integer> numbers() {
        return characters.entrySet().stream().filter(page -> page.getValue() >= ENOUGH).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
