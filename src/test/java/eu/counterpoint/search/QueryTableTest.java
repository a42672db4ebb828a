package eu.counterpoint.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.search.QueryTable.Kind;
import eu.counterpoint.search.QueryTable.Row;
import eu.counterpoint.search.QueryTable.Shelved;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of queries is as large and as hard as it is meant to be. */
class QueryTableTest {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}\\p{M}]+)*");

    private static final List<Row> ROWS = QueryTable.rows();
    private static final Map<String, Shelved> SHELF = QueryTable.shelf().stream()
            .collect(Collectors.toMap(Shelved::key, Function.identity()));

    static Stream<Row> rowsThatEqualWordsDoNotAnswer() {
        Set<Kind> kinds = EnumSet.of(Kind.INFLECTION, Kind.COMPOUND, Kind.DIACRITICS, Kind.TRANSLITERATION,
                Kind.CONCEPT, Kind.SPELLING);
        return ROWS.stream().filter(row -> kinds.contains(row.kind()) && !row.mustSuggestNothing());
    }

    static Stream<Row> rows() {
        return ROWS.stream();
    }

    @Test
    void hasAtLeastEightyQueriesInTwelveLanguages() {
        assertThat(ROWS).hasSizeGreaterThanOrEqualTo(80);
        assertThat(ROWS.stream().map(Row::language).distinct()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(ROWS).extracting(Row::id).doesNotHaveDuplicates();
        assertThat(ROWS).extracting(Row::query).doesNotHaveDuplicates();
        assertThat(QueryTable.expectations())
                .isEqualTo(ROWS.stream().map(Row::id).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource
    void triesEachKindAtLeastFiveTimes(Kind kind) {
        assertThat(ROWS).filteredOn(row -> row.kind() == kind).hasSizeGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowSaysWhatItMustFindOnTheShelfOrSuggest(Row row) {
        assertThat(row.finds().isEmpty()).isEqualTo(row.mustSuggest());
        assertThat(row.finds()).allMatch(SHELF::containsKey).hasSizeLessThanOrEqualTo(row.within());
        assertThat(row.never()).allMatch(SHELF::containsKey).noneMatch(row.finds()::contains);
        assertThat(row.means()).isNotBlank();
        if (row.mustSuggest()) {
            assertThat(row.means()).isEqualTo("must suggest: " + row.suggests());
            assertThat(SHELF.values()).anyMatch(material -> words(material.text()).containsAll(words(row.suggests())));
        }
    }

    @ParameterizedTest
    @MethodSource("rowsThatEqualWordsDoNotAnswer")
    void findsNothingByComparingWordForWord(Row row) {
        // A word to be corrected must stand nowhere on the shelf.
        assertThat(row.mustSuggest() ? SHELF.keySet() : row.finds())
                .noneMatch(key -> words(SHELF.get(key).text()).containsAll(words(row.query())));
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
