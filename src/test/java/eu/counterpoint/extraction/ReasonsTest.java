package eu.counterpoint.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.extraction.worker.Reason;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** People are told why a file could not be read, and what they can do. */
class ReasonsTest {

    @ParameterizedTest
    @EnumSource(Reason.class)
    void hasAPlainSentence(Reason reason) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/extraction");
        messages.setDefaultEncoding("UTF-8");
        messages.setAlwaysUseMessageFormat(true);
        messages.setFallbackToSystemLocale(false);
        String sentence = messages.getMessage("extraction.reason." + reason.key(), null, Locale.ENGLISH);
        assertThat(sentence).matches("[A-Z].{30,250}\\.").doesNotContain("Exception", "{", "''");
    }
}
