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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
    private final CompletableFuture<Opened> node;
    private final ElasticsearchClient client;

    private record Opened(SearchNode node, RestDoor door) {}

    /** @throws IllegalStateException when the Elasticsearch jar takes itself for a snapshot build */
    public EmbeddedEngine(Path folder) {
        SearchNode.refuseSnapshots();
        this.folder = folder.toAbsolutePath().normalize();
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
        } catch (IOException e) {
            if (!Files.isDirectory(folder.resolve("data"))) {
                throw e;
            }
            Path aside = folder.resolveSibling(folder.getFileName() + ".damaged-" + STAMP.format(Instant.now()));
            Files.move(folder, aside);
            LOG.warn("The search index could not be opened; it was moved to {} and is built anew", aside, e);
            return open();
        }
    }

    private Opened open() throws IOException {
        NoNetworkPlugin network = new NoNetworkPlugin();
        SearchNode started = SearchNode.alone(folder, network);
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
