package eu.counterpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.testing.OutgoingConnections;
import eu.counterpoint.testing.RestClient;
import eu.counterpoint.testing.RunningApplication;
import eu.counterpoint.testing.WithMortalApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.io.TempDir;

/** What happens in the library stays on its computer. */
@Tag("once")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(WithMortalApplication.TURN)
class ConnectionsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Path GUIDES = Path.of("src", "main", "resources", "starter");

    @TempDir
    private Path folder;

    @Test
    void nothingConnectsToAnotherComputerFromTheStartToTheEnd() throws Exception {
        AtomicReference<OutgoingConnections> watch = new AtomicReference<>();
        RunningApplication application = RunningApplication.startBriefly(folder.resolve("home"),
                process -> watch.set(OutgoingConnections.of(process)), "--counterpoint.meaning.enabled=true");
        try (OutgoingConnections connections = watch.get()) {
            try (application) {
                RestClient client = RestClient.asAdmin(application::uri);
                List<String> ids = guides().stream().map(guide -> client
                        .upload("/api/materials?publish=true", "{\"organisation\":\"Guides\"}", List.of(guide))
                        .expect(201).json().get("id").asString()).toList();
                for (String id : ids) {
                    await().atMost(PATIENCE)
                            .until(() -> client.get("/api/materials/" + id).expect(200).json().get("files").get(0)
                                    .get("outcome").asString().equals("extracted"));
                }
                await().atMost(PATIENCE)
                        .until(() -> client.get("/api/search?q=guides").expect(200).json().get("total").asInt() > 0);
                await().atMost(PATIENCE).until(() -> application.console().contains("Sentence model"));
                for (String question : List.of("credible messengers", "how+do+we+judge+evidence", "\"the public\"")) {
                    client.get("/api/search?q=" + RestClient.encode(question)).expect(200);
                }
                assertThat(application.console()).contains("is ready after");
            }
            assertThat(connections.looks()).as("looks at the sockets").isGreaterThan(100);
            assertThat(connections.beyondLoopback()).isEmpty();
        }
    }

    private static List<Path> guides() throws Exception {
        try (Stream<Path> files = Files.list(GUIDES)) {
            return files.filter(file -> !file.toString().endsWith(".json")).sorted().toList();
        }
    }
}
