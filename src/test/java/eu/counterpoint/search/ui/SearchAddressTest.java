package eu.counterpoint.search.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import eu.counterpoint.search.Limits;
import eu.counterpoint.search.Sort;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SearchAddressTest {

    private final Vocabulary vocabulary = new Vocabulary();

    @Test
    void comesBackFromItsOwnAddress() {
        SearchAddress asked = SearchAddress.of("formers & “girls”").with(Scheme.THEME, "gaming")
                .with(Scheme.THEME, "formers").with(Scheme.COUNTRY, "AT").with(2017).withSort(Sort.NEWEST).withPage(2);

        SearchAddress read = read(asked.parameters().getQueryString());

        assertThat(read).isEqualTo(asked);
        assertThat(asked.href()).startsWith("search?q=formers").contains("theme=gaming&theme=formers", "country=AT",
                "year=2017", "sort=newest", "page=2");
    }

    @Test
    void comesBackWithItsLimitsAndTheConceptsThatAreNotLookedFor() {
        SearchAddress asked = SearchAddress.of("formers in prison")
                .with(new Limits(2015, 2020, true, true, true)).withWordsOnly("theme.formers")
                .withWordsOnly("audience.formers");

        assertThat(read(asked.parameters().getQueryString())).isEqualTo(asked);
        assertThat(asked.href()).contains("from=2015", "to=2020", "evaluated=true", "files=true", "reusable=true",
                "words-only=audience.formers&words-only=theme.formers");
    }

    @Test
    void leavesOutWhatNobodyUnderstands() {
        SearchAddress read = read(
                "q=x&theme=no-such-theme&theme=gaming&year=soon&sort=upwards&page=-3&colour=blue&audience=&from=once&to=&evaluated=1"
                        + "&files=false&reusable=&words-only=theme.nothing&words-only=gaming");

        assertThat(read).isEqualTo(SearchAddress.of("x").with(Scheme.THEME, "gaming"));
    }

    @Test
    void neverAsksForAPageThatTheEngineCannotReach() {
        assertThat(read("page=9999").query().page()).isEqualTo(499);
        assertThat(SearchAddress.pages(1_000_000)).isEqualTo(500);
        assertThat(SearchAddress.pages(21)).isEqualTo(2);
        assertThat(SearchAddress.pages(0)).isZero();
    }

    @Test
    void namesEachFilterAndTheWayOnWithoutIt() {
        SearchAddress asked = SearchAddress.of("").with(Scheme.THEME, "gaming").with(2019).withPage(3);

        assertThat(asked.chosen(vocabulary, Locale.ENGLISH)).extracting(SearchAddress.Chosen::label)
                .containsExactly("Gaming", "2019");
        assertThat(asked.chosen(vocabulary, Locale.ENGLISH)).extracting(one -> one.without().href())
                .containsExactly("search?year=2019", "search?theme=gaming");
        assertThat(asked.withoutFilters().href()).isEqualTo("search");
    }

    @Test
    void leavesOutOneLimitAtATime() {
        SearchAddress asked = SearchAddress.of("x").with(new Limits(2015, 2020, true, false, true));

        assertThat(asked.chosen(vocabulary, Locale.ENGLISH)).allMatch(SearchAddress.Chosen::isLimit)
                .extracting(one -> one.without().query().limits())
                .containsExactly(new Limits(null, 2020, true, false, true), new Limits(2015, null, true, false, true),
                        new Limits(2015, 2020, false, false, true), new Limits(2015, 2020, true, false, false));
    }

    private SearchAddress read(String query) {
        return SearchAddress.of(QueryParameters.fromString(query), vocabulary);
    }
}
