package eu.counterpoint.ingest.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    @Test
    void takeTheOneOfMostOfTheText() {
        List<Suggested> found = Languages.of(List.of(Texts.pages("en", List.of("A short note.")),
                Texts.pages("de", List.of("Ein Bericht, der sehr viel länger ist als die Notiz, die ihm beiliegt."))));

        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.value()).isEqualTo("de");
            assertThat(one.quotes()).singleElement()
                    .satisfies(quote -> assertThat(quote.words()).startsWith("Ein Bericht"));
        });
    }

    @Test
    void sayNothingOfATextInNoKnownLanguage() {
        assertThat(Languages.of(List.of(Texts.pages(null, List.of("Xyz."))))).isEmpty();
    }
}
