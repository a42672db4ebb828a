package eu.counterpoint.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.extraction.worker.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every reason for which a file is in the quarantine can be chosen, is explained, and has something that people can do. */
class ReasonTextsTest {

    @Test
    void everyReasonHasANameASentenceAndAnAdvice() throws IOException {
        Set<String> named = keys("ingest", "quarantine.reason.");

        assertThat(named).containsAll(Arrays.stream(Reason.values()).map(Reason::key).toList())
                .containsAll(MalwareCheck.REASONS).contains(GivenUp.REASON, Findings.PROTECTED_SCAN,
                        Findings.PROTECTED_PAGES,
                        Findings.PAGES_IN_ANOTHER_LANGUAGE);
        assertThat(keys("ingest", "quarantine.why.")).isEqualTo(named);
        assertThat(keys("ingest", "quarantine.do.")).isEqualTo(named);
        assertThat(keys("extraction", "extraction.reason.")).as("over REST").isEqualTo(named);
    }

    private static Set<String> keys(String module, String prefix) throws IOException {
        Properties texts = new Properties();
        try (InputStream file = ReasonTextsTest.class.getResourceAsStream("/messages/" + module + ".properties")) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return texts.stringPropertyNames().stream().filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length())).filter(key -> !key.startsWith("of."))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
