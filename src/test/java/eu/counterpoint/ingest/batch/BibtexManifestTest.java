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
import org.springframework.util.unit.DataSize;

class BibtexManifestTest {

    private static final int MOST = 4;
    private static final String ONE = "@misc{mine, title = {%s}}\n";

    private final BibtexManifest manifest = new BibtexManifest(new ConceptWords(new Vocabulary()),
            new BatchSettings(MOST, DataSize.ofMegabytes(20), 0, DataSize.ofBytes(0), 0, 0, null));

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

    @Test
    void keepsEveryEntryOfAKeyThatCameBefore() {
        assertThat(told("@misc{a, title = {One}}\n@misc{a, title = {Two}}\n@misc{b, title = {Three}}\n@misc{A,}"))
                .isEqualTo("1 a: One\n2 a: Two\n3 b: Three\n4 A: ");
    }

    @Test
    void readsNoMoreEntriesThanABatchMayHave() {
        assertThat(told("@misc{a, title = {One}}\n".repeat(MOST))).hasLineCount(MOST);
        assertThat(told("@misc{a, title = {One}}\n".repeat(MOST + 1) + "{never read")).isEqualTo("too-many-rows");
    }

    @Test
    void readsWhatAnEntryHasFromAnotherAndFromAbbreviations() {
        assertThat(told("""
                @string{house = "The house"}
                @misc{part, crossref = {WHOLE}}
                @misc{other, crossref = {nowhere}, title = house # { of } # nobody}
                @comment{between}
                @misc{whole, title = "All of " # house}
                """)).isEqualTo("1 part: All of The house\n2 other: The house of nobody\n3 whole: All of The house");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100_000})
    void stripsBracesHoweverDeepTheyAre(int levels) {
        String deep = "{".repeat(levels) + "Mine" + "}".repeat(levels);
        assertThat(told(ONE.formatted(deep))).isEqualTo("1 mine: Mine");
        assertThat(told(ONE.formatted("{".repeat(levels)))).isEqualTo("bibtex-broken");
    }

    @Test
    void takesALongSumOfValuesOrSaysThatItIsTooLong() {
        assertThat(told("@misc{mine, title = {M}" + " # {x}".repeat(100) + "}\n"))
                .isEqualTo("1 mine: M" + "x".repeat(100));
        assertThat(told("@misc{mine, title = {M}" + " # {x}".repeat(1_000_000) + "}\n")).isEqualTo("bibtex-broken");
    }

    @Test
    void goesRoundInNoRingOfReferences() {
        assertThat(told("@misc{a, crossref = {b}}\n@misc{b, crossref = {a}, year = 2019}\n@misc{c, crossref = {c}}\n"))
                .isEqualTo("1 a: \n2 b: \n3 c: ");
    }

    @Test
    void givesAnEntryWithoutAKeyNone() {
        assertThat(told("@misc{title = {One}}\n@misc{title = {Two}}\n")).isEqualTo("1 : One\n2 : Two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ten letter"})
    void letsNamesOfNamesGrowOnlySoFar(String first) {
        StringBuilder table = new StringBuilder("@string{s0 = {%s}}\n".formatted(first));
        for (int i = 1; i < 60; i++) {
            table.append("@string{s%d = s%d # s%d}\n".formatted(i, i - 1, i - 1));
        }
        assertThat(told(table + "@misc{mine, title = s3}\n")).isEqualTo("1 mine: " + first.repeat(8));
        assertThat(told(table + "@misc{mine, title = s59}\n")).isEqualTo("bibtex-long");
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
