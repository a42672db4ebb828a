package eu.counterpoint.search;

import eu.counterpoint.library.Consent;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Gammma;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.vocabulary.Scheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The queries of {@code search/queries.tsv}, which were written down before there was anything to search; the shelf that
 * they search, {@code search/shelf.json}; and which of it each must find, {@code search/expected.tsv}.
 */
final class QueryTable {

    /** No other test has materials of this year, so it sets the shelf apart from what they leave in the library. */
    static final int YEAR = 1987;

    /** What stands in the column of suggestions where there must be none. */
    private static final String NOTHING = "nothing";

    private QueryTable() {}

    /** What a row tries. */
    enum Kind {
        INFLECTION, COMPOUND, DIACRITICS, TRANSLITERATION, SPELLING, CONCEPT, PHRASE, OPERATOR, FIELD, WILDCARD
    }

    /**
     * A query and what it must find.
     *
     * @param means    in words
     * @param within   all of {@code finds} must be among so many first hits
     * @param finds    keys of materials
     * @param never    keys of materials that must not be found at all
     * @param suggests what must be asked by "did you mean", {@code nothing} where nothing must be, or empty where it
     *                 does not matter
     */
    record Row(String id, String language, Kind kind, String query, String means, int within, List<String> finds,
            List<String> never, String suggests) {

        boolean mustSuggestNothing() {
            return suggests.equals(NOTHING);
        }

        boolean mustSuggest() {
            return !suggests.isEmpty() && !mustSuggestNothing();
        }

        @Override
        public String toString() {
            return id + " " + kind.name().toLowerCase(Locale.ROOT) + ": " + query;
        }
    }

    /**
     * A material of the shelf.
     *
     * @param concepts ids by the id of their scheme, without kind and language
     * @param pages    of its only file
     */
    record Shelved(String key, String language, String kind, String organisation, String title, String summary,
            Map<String, List<String>> concepts, List<String> pages) {

        Description description() {
            Map<Scheme, List<String>> all = new EnumMap<>(Scheme.class);
            concepts.forEach((scheme, ids) -> all.put(Scheme.of(scheme).orElseThrow(), ids));
            all.put(Scheme.KIND, List.of(kind));
            all.put(Scheme.LANGUAGE, List.of(language));
            return new Description(title, summary, all, YEAR, organisation, List.of(), "", null, Visibility.PUBLIC,
                    Consent.NOBODY_NAMED, "", Gammma.NOT_REPORTED);
        }

        String text() {
            return String.join("\n", title, summary, organisation, String.join("\n", pages));
        }
    }

    static List<Row> rows() {
        Map<String, String[]> expected = lines("expected.tsv")
                .collect(Collectors.toMap(cells -> cells[0], Function.identity()));
        return lines("queries.tsv").map(query -> {
            String[] cells = Objects.requireNonNull(expected.get(query[0]), query[0]);
            return new Row(query[0], query[1], Kind.valueOf(query[2].toUpperCase(Locale.ROOT)), query[3], query[4],
                    cells[1].isEmpty() ? 0 : Integer.parseInt(cells[1]), keys(cells[2]), keys(cells[3]), cells[4]);
        }).toList();
    }

    /** The ids of the expectations, also of those without a query. */
    static Set<String> expectations() {
        return lines("expected.tsv").map(cells -> cells[0]).collect(Collectors.toSet());
    }

    static List<Shelved> shelf() {
        return List.of(JsonMapper.shared().readValue(file("shelf.json"), Shelved[].class));
    }

    private static List<String> keys(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
    }

    private static Stream<String[]> lines(String name) {
        return file(name).lines().skip(1).map(line -> line.split("\t", -1));
    }

    private static String file(String name) {
        try (InputStream in = Objects.requireNonNull(QueryTable.class.getResourceAsStream("/search/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
