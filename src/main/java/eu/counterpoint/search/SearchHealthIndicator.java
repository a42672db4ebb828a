package eu.counterpoint.search;

import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.elasticsearch.cluster.HealthResponse;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Health {@code search}: whether the engine answers and every part of the index is open. */
@Component
class SearchHealthIndicator extends AbstractHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Engine engine;

    SearchHealthIndicator(Engine engine) {
        super("The search engine does not answer");
        this.engine = engine;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        HealthResponse cluster = engine.ask(PATIENCE, client -> client.cluster().health());
        health.status(cluster.status() == HealthStatus.Red ? "DOWN" : "UP").withDetail("nodes",
                cluster.numberOfNodes());
    }
}
