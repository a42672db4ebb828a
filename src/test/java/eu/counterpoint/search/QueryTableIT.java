package eu.counterpoint.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.Reader;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.search.QueryTable.Row;
import eu.counterpoint.search.QueryTable.Shelved;
import eu.counterpoint.testing.WholeApplication;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What readers type finds what they mean, whatever the language. */
@WholeApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryTableIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Map<MaterialId, String> keys = new HashMap<>();
    @Autowired
    private Search search;

    static Stream<Row> rows() {
        return QueryTable.rows().stream();
    }

    @BeforeAll
    void fillTheShelf(@Autowired ApplicationContext application) {
        Shelf shelf = new Shelf(application);
        for (Shelved material : QueryTable.shelf()) {
            keys.put(shelf.publish(material.description(), material.language(), material.pages()).id(),
                    material.key());
        }
        await().atMost(PATIENCE).ignoreExceptions().until(() -> search("").total() == keys.size());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void findsWhatTheReaderMeant(Row row) {
        SearchResult result = search(row.query());
        List<String> found = result.hits().stream().map(hit -> keys.get(hit.id())).toList();

        assertThat(row.finds()).as("%s: %s; found: %s", row, row.means(), found)
                .allMatch(found.subList(0, Math.min(row.within(), found.size()))::contains);
        assertThat(found).as("%s: %s", row, row.means()).noneMatch(row.never()::contains);
        if (row.mustSuggestNothing()) {
            assertThat(result.suggestion()).as("%s", row).isNull();
        } else if (row.mustSuggest()) {
            assertThat(result.suggestion()).as("%s", row).isEqualToIgnoringCase(row.suggests());
        }
    }

    private SearchResult search(String text) {
        return search.search(SearchQuery.of(text).withYears(Set.of(QueryTable.YEAR)).withPage(0, 100), Reader.VISITOR);
    }
}
