package eu.counterpoint.search.embedded;

import eu.counterpoint.search.ClusterConfigured;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out Spring Boot's client for {@code localhost:9200} where no cluster is configured, and always its health
 * indicator, in whose place the search has one of its own for both ways.
 */
final class NoClientToNowhere implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String HEALTH = "org.springframework.boot.elasticsearch.autoconfigure.health.";
    private static final String CLIENT = "org.springframework.boot.elasticsearch.autoconfigure.";

    private boolean cluster;

    @Override
    public void setEnvironment(Environment environment) {
        cluster = ClusterConfigured.in(environment);
    }

    @Override
    public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[configurations.length];
        for (int i = 0; i < configurations.length; i++) {
            String name = configurations[i];
            wanted[i] = name == null || !name.startsWith(HEALTH) && (cluster || !name.startsWith(CLIENT));
        }
        return wanted;
    }
}
