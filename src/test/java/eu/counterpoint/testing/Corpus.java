package eu.counterpoint.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A folder of real files that stands beside the project on some machines; tests that need it skip themselves elsewhere. */
public final class Corpus {

    /**
     * Where the library reads more than bare Tika: tables in plain text that Tika gives to a parser for experiments, which
     * finds nothing in one file alone, and a page in the code of mainframes.
     */
    private static final Set<String> READ_HERE_ONLY = Set.of("0207dfb5_a_metabolome.txt", "05d36313_a_microarray.txt",
            "0ba116e2_s_BII-S-2.txt", "4dba9ba6_a_transcriptome.txt", "84712b0c_s_BII-S-1.txt",
            "bdc048f9_a_proteome.txt", "f7fc146a_a_bii-s-2_metabolite", "734aab6c_english.cp500.txt");

    private Corpus() {}

    /** Its folder: {@code counterpoint.corpus}, or the place beside the project. */
    public static Path folder() {
        Path folder = Path.of(System.getProperty("counterpoint.corpus", "../shared/corpus/tika-test-documents"));
        Assumptions.assumeTrue(Files.isDirectory(folder),
                "No corpus at " + folder + ": name one in -Dcounterpoint.corpus");
        return folder;
    }

    public static List<Path> files() {
        try (var walk = Files.walk(folder())) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outcomes that are right for each file, by its name: what bare Tika makes of it, in the library's words. */
    public static Map<String, Set<String>> outcomes() {
        Path folder = folder();
        try (Stream<String> lines = Files.lines(folder.resolveSibling(folder.getFileName() + ".outcomes.tsv"))) {
            return lines.skip(1).map(line -> line.split("\t"))
                    .collect(Collectors.toMap(line -> line[0], line -> outcomes(line[0], line[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> outcomes(String name, String bare) {
        if (READ_HERE_ONLY.contains(name)) {
            return Set.of("extracted");
        }
        return switch (bare) {
            case "ok" -> Set.of("extracted", "truncated");
            case "empty" -> Set.of("empty");
            case "EncryptedDocumentException" -> Set.of("encrypted");
            default -> Set.of("unreadable");
        };
    }
}
