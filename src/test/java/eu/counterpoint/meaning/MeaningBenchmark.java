package eu.counterpoint.meaning;

import eu.counterpoint.file.Passage;
import eu.counterpoint.testing.WholeApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How many vectors of the starter collection's prose are made in a second, kept ones and all, in turn with the bare model on one
 * thread: {@code mvn -B test -Dtest=MeaningBenchmark}; {@code -Dwindows=1000} sets how many. On a machine that is busy with other
 * things vectors give way, and the figures say nothing.
 */
@WholeApplication
class MeaningBenchmark {

    private static final int WINDOWS = Integer.getInteger("windows", 1_000);
    private static final int ROUNDS = 4;

    @TempDir
    private Path folder;
    @Autowired
    private KeptVectors kept;

    @Test
    void vectorsInASecond() throws Exception {
        System.gc();
        long before = residentMegabytes();
        SentenceModel model = new SentenceModel(new MeaningSettings(true, null, null, null, folder));
        long start = System.nanoTime();
        model.available();
        System.out.printf("loaded in %d ms%n", (System.nanoTime() - start) / 1_000_000);
        List<Window> windows = windows(model);
        Vectors vectors = new Vectors(model, kept);
        windows.subList(0, 50).forEach(window -> model.vector("warm up " + window.text()));
        double bare = 0;
        double made = 0;
        int portion = WINDOWS / ROUNDS;
        for (int i = 0; i < ROUNDS; i++) {
            List<Window> some = windows.subList(i * portion, (i + 1) * portion);
            bare += seconds(() -> some.forEach(window -> model.vector(window.text())));
            made += seconds(() -> vectors.make(some));
        }
        List<Window> all = windows.subList(0, ROUNDS * portion);
        double found = seconds(() -> vectors.kept(all));
        double question = seconds(
                () -> IntStream.range(0, 200).forEach(i -> model.vector("how do we reach young people? " + i)));
        System.out.printf(Locale.ROOT,
                "the bare model: %.1f in a second; made and kept: %.1f in a second (%.2f of it)%n",
                all.size() / bare, all.size() / made, bare / made);
        System.out.printf(Locale.ROOT, "found again: %.0f in a second; a question: %.2f ms%n", all.size() / found,
                question * 1_000 / 200);
        System.gc();
        System.out.printf("resident: %d MB more than before the model was loaded%n", residentMegabytes() - before);
        model.close();
    }

    /** Prose of the starter collection, under other titles as often as is needed. */
    private static List<Window> windows(SentenceModel model) throws IOException {
        List<Passage> passages = new ArrayList<>();
        for (String resource : List.of("/starter/eu-internet-forum-preparatory-meeting-2015-05-07.txt",
                "/guides/judging-evidence.md", "/guides/publishing-safely.md")) {
            try (var in = MeaningBenchmark.class.getResourceAsStream(resource)) {
                passages.add(new Passage(passages.size(), passages.size(), null,
                        new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
        Windows windows = new Windows(model);
        return Stream.iterate(1, i -> i + 1).flatMap(i -> windows.of("Edition " + i, passages.stream()))
                .limit(WINDOWS).toList();
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /** What the process holds of the machine's memory; 0 where the system does not tell. */
    private static long residentMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).sum();
    }
}
