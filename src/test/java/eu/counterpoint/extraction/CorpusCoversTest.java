package eu.counterpoint.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.extraction.CoverMaker.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Covers of real files, whatever they are: each ends in a picture or in none, and the worker is still there for the next. */
class CorpusCoversTest {

    @Test
    void endsInACoverOrInNone() throws Exception {
        Corpus corpus = Corpus.orSkip();
        Path pictures = Files.createDirectories(Path.of("target", "pictures", "covers"));
        List<String> drawn = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        try (CoverPool pool = new CoverPool(Pools.settings(1), new CoverSettings(true, Duration.ofSeconds(20)))) {
            for (Path file : corpus.files()) {
                String name = file.getFileName().toString();
                switch (pool.make(file)) {
                    case Result.Drawn cover -> {
                        drawn.add(name);
                        Files.write(pictures.resolve(name + ".jpg"), cover.jpeg());
                    }
                    case Result.None none -> {
                    }
                    case Result.WorkerLost worker -> lost.add(name);
                }
            }
        }
        assertThat(lost).isEmpty();
        for (String suffix : List.of(".pdf", ".ppt", ".pptx", ".odt")) {
            assertThat(drawn).anyMatch(name -> name.endsWith(suffix));
        }
    }
}
