package eu.counterpoint.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.JsonpMapper;
import co.elastic.clients.transport.ElasticsearchTransport;
import co.elastic.clients.transport.Endpoint;
import co.elastic.clients.transport.TransportOptions;
import co.elastic.clients.transport.endpoints.BinaryResponse;
import co.elastic.clients.transport.endpoints.BooleanEndpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Listens to what the application asks the engine, so that the very same can be asked again, past the application. What is
 * asked of it goes to the engine as it is.
 */
final class EngineTap implements ElasticsearchTransport {

    private final ElasticsearchTransport engine;
    private List<Asked<?>> heard = new ArrayList<>();
    private boolean listening;

    private EngineTap(ElasticsearchTransport engine) {
        this.engine = engine;
    }

    /** Puts the tap between the application and its engine. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Installed {

        @Bean
        static BeanPostProcessor engineTap() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof ElasticsearchClient client
                            ? new ElasticsearchClient(new EngineTap(client._transport()))
                            : bean;
                }
            };
        }
    }

    /** Something that was asked. */
    record Asked<Q>(Q request, Endpoint<Q, ?, ?> endpoint) {

        /** Asks it again, and reads the answer's bytes without making anything of them. @return how many there were */
        private long again(ElasticsearchTransport engine) throws IOException {
            if (endpoint instanceof BooleanEndpoint) {
                // Its answer has no body.
                engine.performRequest(request, endpoint, null);
                return 1;
            }
            try (BinaryResponse answer = engine.performRequest(request, endpoint.withBinaryResponse(), null)) {
                return answer.content().readAllBytes().length;
            }
        }
    }

    static EngineTap of(ElasticsearchClient client) {
        return (EngineTap) client._transport();
    }

    /** Begins to listen. */
    synchronized void listen() {
        heard = new ArrayList<>();
        listening = true;
    }

    /** Stops listening, and returns what was asked meanwhile. */
    synchronized List<Asked<?>> heard() {
        listening = false;
        return heard;
    }

    /** Asks the engine the same again, one after another. */
    void again(List<Asked<?>> asked) throws IOException {
        for (Asked<?> one : asked) {
            if (one.again(engine) == 0) {
                throw new IllegalStateException("An empty answer");
            }
        }
    }

    private synchronized void hear(Asked<?> asked) {
        if (listening) {
            heard.add(asked);
        }
    }

    @Override
    public <Q, A, E> A performRequest(Q request, Endpoint<Q, A, E> endpoint, TransportOptions options)
            throws IOException {
        hear(new Asked<>(request, endpoint));
        return engine.performRequest(request, endpoint, options);
    }

    @Override
    public <Q, A, E> CompletableFuture<A> performRequestAsync(Q request, Endpoint<Q, A, E> endpoint,
            TransportOptions options) {
        hear(new Asked<>(request, endpoint));
        return engine.performRequestAsync(request, endpoint, options);
    }

    @Override
    public JsonpMapper jsonpMapper() {
        return engine.jsonpMapper();
    }

    @Override
    public TransportOptions options() {
        return engine.options();
    }

    @Override
    public void close() throws IOException {
        engine.close();
    }
}
