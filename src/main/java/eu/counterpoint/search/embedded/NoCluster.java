package eu.counterpoint.search.embedded;

import eu.counterpoint.search.ClusterConfigured;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds where no Elasticsearch cluster is configured, so that the engine has to run in this process. */
final class NoCluster implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !ClusterConfigured.in(context.getEnvironment());
    }
}
