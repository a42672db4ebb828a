package eu.counterpoint.ingest.clamd;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Health {@code clamd}: whether the malware scanner answers, where one is configured. */
@Component
@ConditionalOnProperty("counterpoint.ingest.clamd")
class ClamdHealthIndicator extends AbstractHealthIndicator {

    private final Clamd clamd;

    ClamdHealthIndicator(Clamd clamd) {
        super("The malware scanner does not answer");
        this.clamd = clamd;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws InterruptedException {
        if (clamd.isConfigured()) {
            clamd.ping();
            health.up();
        } else {
            health.unknown();
        }
    }
}
