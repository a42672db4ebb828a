package eu.counterpoint.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The database under test: H2 in the home folder, as on a laptop, or with {@code -Dcounterpoint.test.database=postgres} a
 * real PostgreSQL server, one for all tests of this JVM and a database of its own for each application.
 */
final class TestDatabase {

    private static @Nullable EmbeddedPostgres server;

    private TestDatabase() {}

    /** The settings of a new, empty database. */
    static Map<String, String> settings() {
        return switch (System.getProperty("counterpoint.test.database", "h2")) {
            case "h2" -> Map.of();
            case "postgres" -> newPostgresDatabase();
            case String other -> throw new IllegalArgumentException("No database " + other);
        };
    }

    private static Map<String, String> newPostgresDatabase() {
        String name = "counterpoint_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.of("spring.datasource.url", server().getJdbcUrl("postgres", name), "spring.datasource.username",
                "postgres", "spring.datasource.password", "postgres");
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            server = start();
        }
        return server;
    }

    private static EmbeddedPostgres start() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "test-postgres").toAbsolutePath());
            EmbeddedPostgres started = EmbeddedPostgres.builder().setOverrideWorkingDirectory(folder.toFile())
                    .setServerConfig("max_connections", "200").start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started)));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(EmbeddedPostgres started) {
        try {
            started.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
