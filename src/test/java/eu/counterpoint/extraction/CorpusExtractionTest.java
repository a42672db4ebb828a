package eu.counterpoint.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.extraction.Extraction.Status;
import eu.counterpoint.extraction.worker.Reason;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Real files, most of them made to be difficult: each ends as it does with Tika alone, or better. */
class CorpusExtractionTest {

    /** Tika reads none of these by content alone; by their names they are text. */
    private static final Set<String> READ_BEYOND_TIKA = Set.of("0207dfb5_a_metabolome.txt", "05d36313_a_microarray.txt",
            "0ba116e2_s_BII-S-2.txt", "4dba9ba6_a_transcriptome.txt", "734aab6c_english.cp500.txt",
            "84712b0c_s_BII-S-1.txt", "bdc048f9_a_proteome.txt", "f7fc146a_a_bii-s-2_metabolite");

    private static final Set<String> REASONS = Arrays.stream(Reason.values()).map(Reason::key)
            .collect(Collectors.toSet());

    @Test
    void endsAsWithTikaAloneOrBetter() throws Exception {
        Corpus corpus = Corpus.orSkip();
        Map<String, String> expected = corpus.outcomesOfTika();
        expected.replaceAll((file, outcome) -> switch (outcome) {
            case "ok" -> "read";
            case "empty" -> READ_BEYOND_TIKA.contains(file) ? "read" : "EMPTY";
            case "EncryptedDocumentException" -> "ENCRYPTED";
            default -> "UNREADABLE";
        });
        Map<String, String> actual = new TreeMap<>();
        try (WorkerPool pool = new WorkerPool(Pools.settings(2))) {
            List<Path> files = corpus.files();
            files.parallelStream().forEach(file -> {
                String name = file.getFileName().toString();
                Extraction extraction = read(pool, file, name);
                String outcome = name(extraction);
                synchronized (actual) {
                    actual.put(name, outcome);
                }
                assertThat(extraction.passages()).as(name).allMatch(passage -> !passage.text().isBlank())
                        .allMatch(passage -> passage.text().length() <= 1200);
                assertThat(extraction.passages().isEmpty()).as(name).isEqualTo(!outcome.equals("read"));
                assertThat(REASONS.contains(extraction.reason())).as(name)
                        .isEqualTo(extraction.status() != Status.EXTRACTED);
            });
        }
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void readsALongDocumentWithinADocumentToItsEnd() throws Exception {
        Path file = Corpus.orSkip().files().stream().filter(one -> one.toString().endsWith("_testLargeOLEDoc.doc"))
                .findFirst().orElseThrow();
        try (WorkerPool pool = new WorkerPool(Pools.settings(1))) {
            Extraction extraction = read(pool, file, file.getFileName().toString());
            assertThat(extraction.status()).isEqualTo(Status.EXTRACTED);
            assertThat(extraction.passages().stream().mapToInt(passage -> passage.text().length()).sum())
                    .isGreaterThan(1_020_000);
        }
    }

    private static String name(Extraction extraction) {
        return extraction.status() == Status.EXTRACTED || extraction.status() == Status.TRUNCATED
                ? "read"
                : extraction.status().name();
    }

    private static Extraction read(WorkerPool pool, Path file, String name) {
        try {
            return pool.extract(file, name);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
