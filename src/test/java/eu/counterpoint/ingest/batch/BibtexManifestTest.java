package eu.counterpoint.ingest.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import eu.counterpoint.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BibtexManifestTest {

    private static final String ONE = "@misc{mine, title = {%s}}\n";

    private final BibtexManifest manifest = new BibtexManifest(new ConceptWords(new Vocabulary()));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"@include{%s}\n", "@INCLUDE {%s}\n", "@%%x\n include{%s}\n", "@ include %%x\n{%s}\n"})
    void tellsAFileOfTheServerThatIsThereLikeOneThatIsNot(String include) throws IOException {
        Path secret = Files.writeString(folder.resolve("here.bib"), "@string{secret = {known to the server}}\n");
        String there = told(include.formatted(secret) + "@misc{mine, title = secret}\n");
        assertThat(there).doesNotContain("known to the server").isEqualTo("bibtex-broken");
        assertThat(told(include.formatted(folder.resolve("gone.bib")) + "@misc{mine, title = secret}\n"))
                .isEqualTo(there);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@include{/dev/zero}\n", "@%x\n include{/dev/zero}\n"})
    void waitsForNoDeviceOfTheServer(String include) {
        assertThat(told(include + ONE.formatted("Mine"))).isEqualTo("bibtex-broken");
    }

    @Test
    void takesIncludeForAKeyAndAField() {
        assertThat(told("@misc{include, title = {Mine}, include = {/dev/zero}}\n")).isEqualTo("1 include: Mine");
    }

    /** The rows, or why there are none. */
    private String told(String table) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            List<Entry> rows = new ArrayList<>();
            try {
                manifest.read(Files.writeString(folder.resolve("table.bib"), table), rows::add);
            } catch (BatchRefusedException e) {
                return e.key().replace("batch.refused.", "");
            }
            return rows.stream().map(row -> row.row() + " " + row.text(Columns.KEY) + ": " + row.text("title"))
                    .collect(Collectors.joining("\n"));
        });
    }
}
