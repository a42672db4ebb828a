package eu.counterpoint.search;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Whether the configuration names an Elasticsearch cluster. */
public final class ClusterConfigured {

    private ClusterConfigured() {}

    public static boolean in(Environment environment) {
        return !Binder.get(environment).bind("spring.elasticsearch.uris", Bindable.listOf(String.class))
                .orElse(List.of()).isEmpty();
    }
}
