package eu.counterpoint.testing;

import eu.counterpoint.search.embedded.HttpNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The search engine under test: in the process, as on a laptop, or with {@code -Dcounterpoint.test.engine=http} a real
 * server on loopback that the application reaches as it reaches a cluster; one for each application.
 */
final class TestEngine {

    private TestEngine() {}

    /** The settings of a new, empty engine. */
    static Map<String, String> settings() {
        return switch (System.getProperty("counterpoint.test.engine", "in-process")) {
            case "in-process" -> Map.of();
            case "http" -> Map.of("spring.elasticsearch.uris", start().uri());
            case String other -> throw new IllegalArgumentException("No engine " + other);
        };
    }

    private static HttpNode start() {
        try {
            Path folders = Files.createDirectories(Path.of("target", "test-engines").toAbsolutePath());
            HttpNode node = HttpNode.alone(Files.createTempDirectory(folders, "engine-"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node)));
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(HttpNode node) {
        try {
            node.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
