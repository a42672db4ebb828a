package eu.counterpoint.search;

import eu.counterpoint.search.embedded.EmbeddedEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes the words of {@code analysis-golden.tsv} anew for the texts that stand in it. No test: it runs when it is asked
 * for by name, {@code mvn -Dtest=MakeAnalysisGolden test}. What changed has to be looked at before it is kept.
 */
class MakeAnalysisGolden {

    @Test
    void make(@TempDir Path folder) throws IOException {
        try (EmbeddedEngine engine = new EmbeddedEngine(folder)) {
            AnalysisGolden.prepare(engine.client());
            Files.write(AnalysisGolden.FILE, AnalysisGolden.lines().stream()
                    .map(line -> AnalysisGolden.analyzed(engine.client(), line).toString()).toList());
        }
    }
}
