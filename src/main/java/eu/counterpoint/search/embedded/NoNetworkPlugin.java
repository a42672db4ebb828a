package eu.counterpoint.search.embedded;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.elasticsearch.common.io.stream.NamedWriteableRegistry;
import org.elasticsearch.common.network.NetworkService;
import org.elasticsearch.common.settings.ClusterSettings;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.common.util.PageCacheRecycler;
import org.elasticsearch.common.util.concurrent.ThreadContext;
import org.elasticsearch.http.HttpPreRequest;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.indices.breaker.CircuitBreakerService;
import org.elasticsearch.plugins.NetworkPlugin;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.telemetry.TelemetryProvider;
import org.elasticsearch.threadpool.ThreadPool;
import org.elasticsearch.transport.BytesRefRecycler;
import org.elasticsearch.transport.Transport;
import org.elasticsearch.xcontent.NamedXContentRegistry;
import org.jspecify.annotations.Nullable;

/** Gives the node transports without a socket, and keeps the door to its REST layer that an HTTP transport gets. */
public final class NoNetworkPlugin extends Plugin implements NetworkPlugin {

    private static final String NAME = "none";

    /** The settings under which a node uses both. */
    public static final Settings ALONE = Settings.builder().put("discovery.type", "single-node")
            .put("transport.type", NAME).put("http.type", NAME).build();

    private volatile @Nullable RestDoor door;

    /** The way in; there once the node has started. */
    RestDoor door() {
        RestDoor opened = door;
        if (opened == null) {
            throw new IllegalStateException("The node has not started with http.type=" + NAME);
        }
        return opened;
    }

    @Override
    public Map<String, Supplier<Transport>> getTransports(Settings settings, ThreadPool threads,
            PageCacheRecycler pages, CircuitBreakerService breakers, NamedWriteableRegistry writeables,
            NetworkService network) {
        return Map.of(NAME, () -> new NoTransport(new BytesRefRecycler(pages)));
    }

    @Override
    public Map<String, Supplier<HttpServerTransport>> getHttpTransports(Settings settings, ThreadPool threads,
            BigArrays arrays, PageCacheRecycler pages, CircuitBreakerService breakers, NamedXContentRegistry contents,
            NetworkService network, HttpServerTransport.Dispatcher dispatcher,
            BiConsumer<HttpPreRequest, ThreadContext> prepareContext, ClusterSettings cluster,
            TelemetryProvider telemetry) {
        return Map.of(NAME, () -> {
            door = new RestDoor(dispatcher, threads, contents, new BytesRefRecycler(pages), prepareContext);
            return new NoHttp();
        });
    }
}
