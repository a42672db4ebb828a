package eu.counterpoint.search.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HitListTest {

    @Test
    void saysWhereAStretchBreaksOff() {
        assertThat(HitList.stretch(", opponents also <mark>share</mark> it, unless the")).isEqualTo(
                "opponents also <mark>share</mark> it, unless the …");
    }

    @Test
    void leavesWholeSentencesAsTheyAre() {
        assertThat(HitList.stretch("They met once a week.")).isEqualTo("They met once a week.");
        assertThat(HitList.stretch("Who is <mark>credible?</mark>")).isEqualTo("Who is <mark>credible?</mark>");
        assertThat(HitList.stretch("He said &quot;enough.&quot;")).isEqualTo("He said &quot;enough.&quot;");
        assertThat(HitList.stretch("")).isEmpty();
    }

    @Test
    void saysOfNoWholeSummaryThatItBreaksOff() {
        String whole = "Young people & their trainers";
        assertThat(HitList.summary("Young people &amp; their <mark>trainers</mark>", whole))
                .isEqualTo("Young people &amp; their <mark>trainers</mark>");
        assertThat(HitList.summary("Young people &amp; their", whole)).isEqualTo("Young people &amp; their …");
        assertThat(HitList.summary("", "")).isEmpty();
    }
}
