package eu.counterpoint.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Times what is asked through REST beside what the application asked of its engine for it, and prints both. */
final class RestAndEngine {

    private final ElasticsearchClient engine;
    private final int port;

    RestAndEngine(ElasticsearchClient engine, int port) {
        this.engine = engine;
        this.port = port;
    }

    interface Step {
        void run() throws Exception;
    }

    /** What else has a part in an answer. */
    interface Part {
        void run(String path) throws Exception;
    }

    void compare(String what, List<String> paths) throws Exception {
        compare(what, paths, path -> {});
    }

    /** @param other is done beside the engine's part, and counted with it */
    void compare(String what, List<String> paths, Part other) throws Exception {
        EngineTap tap = EngineTap.of(engine);
        // A first pass for warmth; what it asks of the engine is asked straight in the second.
        List<List<EngineTap.Asked<?>>> asked = new ArrayList<>();
        for (String path : paths) {
            tap.listen();
            ask(path);
            asked.add(tap.heard());
        }
        List<Double> rest = new ArrayList<>();
        List<Double> straight = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            int number = i;
            Step parts = () -> {
                other.run(paths.get(number));
                tap.again(asked.get(number));
            };
            // Whoever comes second finds everything warm, so they take turns.
            if (i % 2 == 0) {
                rest.add(millis(() -> ask(paths.get(number))));
                straight.add(millis(parts));
            } else {
                straight.add(millis(parts));
                rest.add(millis(() -> ask(paths.get(number))));
            }
        }
        print(what + ", through REST", rest);
        print(what + ", straight", straight);
        System.out.printf("%s: ratio of p95 %.2f%n", what, percentile(rest, 95) / percentile(straight, 95));
    }

    /**
     * Asks, and reads the answer without making anything of it. By a client that needs no threads of its own: what is measured
     * is the application.
     */
    void ask(String path) throws IOException {
        var connection = (HttpURLConnection) URI.create("http://localhost:" + port + path).toURL().openConnection();
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IllegalStateException(path + " was answered with " + connection.getResponseCode());
        }
        try (InputStream answer = connection.getInputStream()) {
            answer.transferTo(OutputStream.nullOutputStream());
        }
    }

    static double seconds(Step step) throws Exception {
        return millis(step) / 1e3;
    }

    static double millis(Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1e6;
    }

    static void print(String what, List<Double> millis) {
        System.out.printf("%-60s p50 %6.1f   p95 %6.1f   p99 %6.1f ms%n", what, percentile(millis, 50),
                percentile(millis, 95), percentile(millis, 99));
    }

    private static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
