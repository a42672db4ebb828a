package eu.counterpoint.search.embedded;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import eu.counterpoint.search.SearchSettings;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The engine in this process, and the official client that talks to it; only where no cluster is configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(NoCluster.class)
class EmbeddedConfiguration {

    /** Lets the node start first, so that it is ready when the rest of the application is. */
    @Bean
    static BeanFactoryPostProcessor searchStartsFirst() {
        return beans -> beans.getBean(EmbeddedEngine.class);
    }

    @Bean
    static EmbeddedEngine embeddedEngine(SearchSettings settings) {
        return new EmbeddedEngine(settings.folder());
    }

    @Bean
    static ElasticsearchClient elasticsearchClient(EmbeddedEngine engine) {
        return engine.client();
    }
}
