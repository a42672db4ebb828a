package eu.counterpoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkedTextTest {

    @Test
    void marksWhatMatched() {
        String html = new MarkedText("two <mark>credible</mark> voices, one <mark>counterpoint</mark>").getElement()
                .getOuterHTML();

        assertThat(html).contains("<mark>credible</mark>", "<mark>counterpoint</mark>", "two ", " voices, one ");
    }

    @Test
    void showsMarkupOfAFileAsTheTextItIs() {
        MarkedText text = new MarkedText(
                "a &lt;script&gt;alert(1)&lt;/script&gt; <img src=x onerror=alert(1)> <mark><b>bold</b> &amp; &quot;quoted&quot;</mark>");

        assertThat(text.getElement().getTextRecursively()).isEqualTo(
                "a <script>alert(1)</script> <img src=x onerror=alert(1)> <b>bold</b> & \"quoted\"");
        assertThat(text.getElement().getChildren().filter(child -> !child.isTextNode()))
                .allSatisfy(child -> assertThat(child.getTag()).isEqualTo("mark"));
    }

    @Test
    void survivesAMarkThatIsCutOff() {
        assertThat(new MarkedText("one <mark>two").getElement().getTextRecursively()).isEqualTo("one two");
        assertThat(new MarkedText("one</mark> two").getElement().getTextRecursively()).isEqualTo("one two");
        assertThat(new MarkedText("").getElement().getTextRecursively()).isEmpty();
    }
}
