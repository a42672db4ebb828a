package eu.counterpoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryStringTest {

    @Test
    void readsWhatABrowserSends() {
        QueryString query = QueryString.of("q=t%C3%BCr+und+tor&theme=education&theme=gender&page=2");

        assertThat(query.one("q")).contains("tür und tor");
        assertThat(query.all("theme")).containsExactly("education", "gender");
        assertThat(query.one("page")).contains("2");
        assertThat(query.one("size")).isEmpty();
    }

    @Test
    void letsAStrayPercentSignStandForItself() {
        assertThat(QueryString.of("q=100%").one("q")).contains("100%");
        assertThat(QueryString.of("q=%zz%2").one("q")).contains("%zz%2");
        assertThat(QueryString.of("q=%41%").one("q")).contains("A%");
    }

    @Test
    void readsWhatNobodyShouldSend() {
        assertThat(QueryString.of(null).parameters()).isEmpty();
        assertThat(QueryString.of("&&=&q").one("q")).isEmpty();
        assertThat(QueryString.of("q=a=b").one("q")).contains("a=b");
        assertThat(QueryString.of("q=%ff%fe").one("q")).contains("\uFFFD\uFFFD");
    }
}
