package eu.counterpoint.search.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.transport.netty4.Netty4Plugin;

/** The same node as in the application, but listening on loopback, so that tests reach a real server over HTTP. */
public final class HttpNode implements AutoCloseable {

    static {
        // Nodes that start side by side in one process would race for setting it, and the one that is late does not start.
        System.setProperty("es.set.netty.runtime.available.processors", "false");
    }

    /** Without a bound, a node that stops waits for clients that wait for an answer of the cluster which it leaves. */
    private static final Settings ON_LOOPBACK = Settings.builder().put("http.type", "netty4")
            .put("http.host", "127.0.0.1").put("http.port", 0).put("http.shutdown_grace_period", "2s").build();

    private final SearchNode node;

    private HttpNode(SearchNode node) {
        this.node = node;
    }

    /** A node for itself. */
    public static HttpNode alone(Path folder) throws IOException {
        return alone(folder, 0);
    }

    /** The same on a port. @param http where it listens; 0 for any free port */
    public static HttpNode alone(Path folder, int http) throws IOException {
        return new HttpNode(
                SearchNode.start(folder,
                        Settings.builder().put(NoNetworkPlugin.ALONE).put(ON_LOOPBACK).put("http.port", http).build(),
                        List.of(new NoNetworkPlugin(), new Netty4Plugin(), new AnalysisPlugin())));
    }

    /** A node of a cluster, whose members find each other on the ports given. @param http where it listens for us */
    public static HttpNode member(Path folder, int number, List<Integer> ports, int http) throws IOException {
        List<String> names = ports.stream().map(port -> "node-" + port).toList();
        Settings settings = Settings.builder().put(ON_LOOPBACK).put("http.port", http)
                .put("node.name", names.get(number))
                .put("transport.type", "netty4").put("transport.host", "127.0.0.1")
                .put("transport.port", ports.get(number))
                .putList("discovery.seed_hosts", ports.stream().map(port -> "127.0.0.1:" + port).toList())
                .putList("cluster.initial_master_nodes", names).build();
        return new HttpNode(SearchNode.start(folder, settings, List.of(new Netty4Plugin(), new AnalysisPlugin())));
    }

    /** Where it listens, as {@code spring.elasticsearch.uris} wants it. */
    public String uri() {
        return "http://127.0.0.1:" + node.injector().getInstance(HttpServerTransport.class).boundAddress()
                .publishAddress().getPort();
    }

    /** Its name in the cluster. */
    public String name() {
        return node.injector().getInstance(ClusterService.class).getNodeName();
    }

    @Override
    public void close() throws IOException {
        node.close();
    }
}
