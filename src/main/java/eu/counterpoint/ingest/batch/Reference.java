package eu.counterpoint.ingest.batch;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import eu.counterpoint.vocabulary.Scheme;

/**
 * A bibliographic reference on its way to becoming a row. Bibliographies have many fields of their own: what this library
 * has no word for is left out, and of their keywords those count that are themes or audiences here.
 */
class Reference {

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)");
    private static final Pattern REGION = Pattern.compile("([a-z]{2})[-_].*");

    private final ConceptWords words;
    private final Map<String, Set<String>> values = new LinkedHashMap<>();

    Reference(ConceptWords words) {
        this.words = words;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Keeps what came first. */
    void one(String column, String value) {
        if (!value.isBlank()) {
            values.putIfAbsent(column, Set.of(value.strip()));
        }
    }

    void author(String name) {
        add("authors", name.strip());
    }

    /** A year, wherever in a date it stands. */
    void date(String date) {
        Matcher year = YEAR.matcher(date);
        one("year", year.find() ? year.group() : date);
    }

    /** As a code of two or three letters, with or without a region, or by its name. */
    void language(String language) {
        String code = language.strip().toLowerCase(Locale.ROOT);
        Matcher region = REGION.matcher(code);
        if (region.matches()) {
            one("language", region.group(1));
        } else {
            one("language", Arrays.stream(Locale.getISOLanguages())
                    .filter(two -> code.length() == 3 && Locale.of(two).getISO3Language().equals(code)).findFirst()
                    .orElse(language));
        }
    }

    void doi(String doi) {
        String bare = doi.strip().replaceFirst("^(?i)(https?://(dx\\.)?doi\\.org/|doi:\\s*)", "");
        if (!bare.isEmpty()) {
            one("link", "https://doi.org/" + bare);
        }
    }

    void keyword(String keyword) {
        for (Scheme scheme : List.of(Scheme.THEME, Scheme.AUDIENCE)) {
            if (words.find(scheme, keyword).size() == 1) {
                add(scheme.field(), keyword.strip());
                return;
            }
        }
    }

    Entry entry(int number) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        values.forEach((column, texts) -> all.put(column, List.copyOf(texts)));
        return new Entry(number, all, List.of());
    }

    private void add(String column, String value) {
        if (!value.isEmpty()) {
            values.computeIfAbsent(column, any -> new LinkedHashSet<>()).add(value);
        }
    }
}
