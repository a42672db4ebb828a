package eu.counterpoint.torture;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL server, always at the same address, that can be killed with all its processes and started again. */
final class PostgresProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final int port;
    private EmbeddedPostgres server;

    PostgresProcess(Path folder, int port) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.port = port;
        start();
    }

    void start() throws IOException {
        // What is committed has to be there after a kill, which is not how the embedded server comes.
        server = EmbeddedPostgres.builder().setOverrideWorkingDirectory(folder.resolve("program").toFile())
                .setDataDirectory(folder.resolve("data")).setCleanDataDirectory(false).setPort(port)
                .setServerConfig("synchronous_commit", "on").start();
    }

    Map<String, String> settings() {
        return Map.of("spring.datasource.url", server.getJdbcUrl("postgres", "postgres"),
                "spring.datasource.username", "postgres", "spring.datasource.password", "postgres");
    }

    long count(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** As the machine would in want of memory: every process of the server at once. */
    void kill() throws IOException {
        long pid = Long
                .parseLong(Files.readAllLines(folder.resolve("data").resolve("postmaster.pid")).getFirst().strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        await().atMost(PATIENCE).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        // Lets go of its lock; it finds nothing to stop.
        server.close();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
