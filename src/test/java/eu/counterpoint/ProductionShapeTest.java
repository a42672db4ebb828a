package eu.counterpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The compose file, as far as it can be checked without an engine. */
@SuppressWarnings("unchecked")
class ProductionShapeTest {

    private final Map<String, Object> compose = read();
    private final Map<String, Map<String, Object>> services = (Map<String, Map<String, Object>>) compose
            .get("services");

    @Test
    void hasTheApplicationItsDatabaseAndItsEngineInTheVersionsThatTheTestsUse() throws IOException {
        assertThat(services).containsKeys("application", "database", "engine");
        assertThat(services.get("database").get("image")).isEqualTo("postgres:17");
        String version = Files.readString(Path.of("pom.xml"))
                .split("<elasticsearch.version>")[1].split("<")[0];
        assertThat(services.get("engine").get("image")).asString().endsWith("elasticsearch:" + version);
        assertThat((Map<String, Object>) services.get("engine").get("environment"))
                .containsEntry("xpack.security.enabled", "true")
                .containsEntry("xpack.security.http.ssl.enabled", "true");
    }

    @Test
    void everyServiceThatGoesOnRunningIsWatchedAndRestarted() {
        services.forEach((name, service) -> {
            if (!name.equals("certificates")) {
                assertThat(service).as(name).containsKeys("healthcheck", "restart");
            }
        });
    }

    @Test
    void whatIsKeptIsKeptInNamedVolumes() {
        Map<String, Object> named = (Map<String, Object>) compose.get("volumes");
        services.forEach((name, service) -> {
            if (service.get("volumes") instanceof Iterable<?> volumes) {
                volumes.forEach(volume -> assertThat(named).as(name).containsKey(volume.toString().split(":")[0]));
            }
        });
    }

    @Test
    void secretsComeFromTheEnvironmentAndAreAskedFor() {
        services.forEach((name, service) -> {
            if (service.get("environment") instanceof Map<?, ?> environment) {
                environment.forEach((key, value) -> {
                    if (key.toString().endsWith("PASSWORD")) {
                        assertThat(value.toString()).as(name + " " + key).matches("\\$\\{[A-Z_]+:\\?.+}");
                    }
                });
            }
        });
    }

    private static Map<String, Object> read() {
        try {
            return new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
