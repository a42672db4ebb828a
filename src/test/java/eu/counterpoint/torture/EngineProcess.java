package eu.counterpoint.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.search.embedded.HttpNode;
import eu.counterpoint.testing.ClassPaths;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An engine in a process of its own, always at the same address, that can be killed and started again. */
final class EngineProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private Process process;

    EngineProcess(Path folder, int port) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.port = port;
        start();
    }

    /** The engine itself: a folder and a port. */
    public static void main(String[] arguments) throws Exception {
        HttpNode.alone(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        new CountDownLatch(1).await();
    }

    String uri() {
        return "http://127.0.0.1:" + port;
    }

    void start() throws Exception {
        process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx1g",
                "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "--add-modules=jdk.incubator.vector",
                "-Djava.awt.headless=true", "-XX:TieredStopAtLevel=1", "-cp",
                ClassPaths.ofTests(),
                EngineProcess.class.getName(), folder.resolve("data").toString(), Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("engine.txt").toFile())).start();
        try (HttpClient http = HttpClient.newHttpClient()) {
            await().atMost(PATIENCE).until(() -> answers(http));
        }
    }

    private boolean answers(HttpClient http) throws InterruptedException {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(uri() + "/_cluster/health?wait_for_status=yellow&timeout=1s"))
                            .build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Asks it itself, past the application. */
    JsonNode search(String index, String query) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(uri() + "/" + index + "/_search"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(query)).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JsonMapper.shared().readTree(answer.body());
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
