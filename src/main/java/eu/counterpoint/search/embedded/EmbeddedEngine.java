package eu.counterpoint.search.embedded;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.ElasticsearchTransportBase;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.elasticsearch.plugins.Plugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Elasticsearch in this process. It starts in the background: the client is there at once, and what is asked of it
 * before the node is ready waits. Data that cannot be opened is moved aside and an empty folder takes its place; the
 * index is a view of the catalogue and is filled again from there.
 */
public final class EmbeddedEngine implements Closeable {

    /** Longer than the start of a node on a slow machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
            .withZone(ZoneOffset.UTC);
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedEngine.class);

    private final Path folder;
    private final List<Plugin> plugins;
    private final CompletableFuture<Opened> node;
    private final ElasticsearchClient client;

    private record Opened(SearchNode node, RestDoor door) {}

    /**
     * @param plugins what the node is to have beside the plugins that every node here has
     * @throws IllegalStateException when the Elasticsearch jar takes itself for a snapshot build
     */
    public EmbeddedEngine(Path folder, Plugin... plugins) {
        SearchNode.refuseSnapshots();
        this.folder = folder.toAbsolutePath().normalize();
        this.plugins = List.of(plugins);
        CompletableFuture<Opened> starting = new CompletableFuture<>();
        Thread.ofPlatform().name("search-start").start(() -> {
            try {
                starting.complete(openOrStartAfresh());
            } catch (IOException | RuntimeException e) {
                LOG.error("Searching is not possible: {}", e.getMessage(), e);
                starting.completeExceptionally(e);
            }
        });
        node = starting;
        client = client(node.thenApply(Opened::door));
    }

    /** The official client, bound to this engine. */
    public ElasticsearchClient client() {
        return client;
    }

    private Opened openOrStartAfresh() throws IOException {
        try {
            return open();
        } catch (DamagedDataException e) {
            Path aside = freeName();
            Files.move(folder, aside);
            LOG.warn("The search index could not be opened; it was moved to {} and is built anew", aside, e);
            return openAfresh(aside);
        }
    }

    /** Where an empty folder cannot be opened either, the data was not to blame and comes back. */
    private Opened openAfresh(Path aside) throws IOException {
        try {
            return open();
        } catch (IOException | RuntimeException e) {
            FileSystemUtils.deleteRecursively(folder);
            Files.move(aside, folder);
            LOG.warn("A new search index could not be opened either; the old one is back in {}", folder);
            throw e;
        }
    }

    private Path freeName() {
        String name = folder.getFileName() + ".damaged-" + STAMP.format(Instant.now());
        return IntStream.iterate(1, n -> n + 1).mapToObj(n -> folder.resolveSibling(n == 1 ? name : name + "-" + n))
                .filter(path -> !Files.exists(path)).findFirst().orElseThrow();
    }

    private Opened open() throws IOException {
        NoNetworkPlugin network = new NoNetworkPlugin();
        SearchNode started = SearchNode.alone(folder, network, plugins);
        try {
            Opened opened = new Opened(started, network.door());
            WholeShards.check(client(CompletableFuture.completedFuture(opened.door())));
            return opened;
        } catch (IOException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    private static ElasticsearchClient client(CompletableFuture<RestDoor> door) {
        return new ElasticsearchClient(new ElasticsearchTransportBase(new InProcessHttpClient(door, PATIENCE), null,
                new Jackson3JsonpMapper()) {});
    }

    /** Stops the node; one that is still starting is stopped as soon as it has started. */
    @Override
    public void close() throws IOException {
        try {
            node.join().node().close();
        } catch (CompletionException e) {
            LOG.debug("There is no search node to stop", e);
        }
    }
}
