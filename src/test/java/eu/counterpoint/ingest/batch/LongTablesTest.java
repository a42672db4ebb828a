package eu.counterpoint.ingest.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a table of twenty megabytes may have in one place takes no longer than what it has in many. */
class LongTablesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ConceptWords words = new ConceptWords(new Vocabulary());

    @TempDir
    private Path folder;

    @Test
    void aWorkMayHaveVeryManyAuthors() {
        int many = 400_000;
        String table = IntStream.range(0, many).mapToObj(i -> "AU  - " + i % (many - 1) + "\n")
                .collect(Collectors.joining("", "TY  - BOOK\nAU  - \n", "ER  - \n"));
        List<Entry> rows = new ArrayList<>();
        assertTimeoutPreemptively(PATIENCE, () -> new RisManifest(words)
                .read(Files.writeString(folder.resolve("table.ris"), table), rows::add));
        assertThat(rows).singleElement().satisfies(row -> assertThat(row.all("authors")).hasSize(many - 1)
                .startsWith("0", "1", "2"));
    }

    @Test
    void aWordMayBeAsLongAsATable() {
        String text = "gaming ".repeat(1_000_000);
        assertTimeoutPreemptively(PATIENCE, () -> {
            assertThat(words.nearest(Scheme.THEME, text)).isEmpty();
            assertThat(words.nearest(Scheme.THEME, "gamingg")).contains("gaming");
            assertThat(Columns.nearest(text)).isEmpty();
            assertThat(Columns.nearest("titel")).contains("title");
        });
    }
}
