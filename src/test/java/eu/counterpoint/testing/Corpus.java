package eu.counterpoint.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A folder of real files that stands beside the project on some machines; tests that need it skip themselves elsewhere. */
public final class Corpus {

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
}
