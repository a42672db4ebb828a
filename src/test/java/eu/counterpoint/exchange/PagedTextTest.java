package eu.counterpoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.file.Passage;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PagedTextTest {

    private final StringWriter written = new StringWriter();
    private final PagedText text = new PagedText(written);
    private int number;

    @Test
    void separatesPagesByFormFeeds() {
        write(1, null, "one");
        write(1, null, "still one");
        write(2, null, "two");

        assertThat(written).hasToString("one\nstill one\ftwo");
    }

    @Test
    void countsPagesWithoutText() {
        write(2, null, "two");
        write(5, null, "five");

        assertThat(written.toString().split("\f", -1)).containsExactly("", "two", "", "", "five");
    }

    @Test
    void writesTextWithoutPagesAsOnePage() {
        write(null, null, "one");
        write(null, null, "more\fof it");

        assertThat(written).hasToString("one\nmore of it");
    }

    @Test
    void beginsAPageForAnEmbeddedDocument() {
        write(1, null, "one");
        write(1, "annex.docx", "annex");
        write(2, "annex.docx", "annex two");

        assertThat(written).hasToString("one\fannex\fannex two");
    }

    private void write(@Nullable Integer page, @Nullable String part, String content) {
        text.write(new Passage(number++, page, part, content));
    }
}
