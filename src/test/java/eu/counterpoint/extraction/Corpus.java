package eu.counterpoint.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real files that are shared beside the project, where they are; {@code -Dcounterpoint.corpus} says where. */
record Corpus(Path folder) {

    /** Skips the test where there is none. */
    static Corpus orSkip() {
        Corpus corpus = new Corpus(Path.of(System.getProperty("counterpoint.corpus", "../shared/corpus")));
        Assumptions.assumeTrue(Files.isDirectory(corpus.folder.resolve("tika-test-documents")),
                "no corpus at " + corpus.folder + "; name its folder with -Dcounterpoint.corpus");
        return corpus;
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("tika-test-documents"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** What Tika alone makes of each file, by its name: {@code ok}, {@code empty}, or the exception. */
    Map<String, String> outcomesOfTika() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("tika-test-documents.outcomes.tsv"))) {
            return lines.skip(1).map(line -> line.split("\t"))
                    .collect(Collectors.toMap(fields -> fields[0], fields -> fields[1], (a, b) -> a, TreeMap::new));
        }
    }
}
