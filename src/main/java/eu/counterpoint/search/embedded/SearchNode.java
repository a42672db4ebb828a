package eu.counterpoint.search.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.Build;
import org.elasticsearch.ElasticsearchException;
import org.elasticsearch.injection.guice.Injector;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.node.ClasspathNode;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.plugins.Plugin;

/** A running Elasticsearch node with its data below a folder. */
public final class SearchNode implements Closeable {

    /** The system property that names the folder of the optional native libraries; it must be set. */
    private static final String NATIVE_LIBRARIES = "es.nativelibs.path";
    /** How Elasticsearch says that the folder is in use. */
    private static final String LOCKED = "failed to obtain node lock";
    private static final long SECONDS_TO_STOP = 30;

    private final ClasspathNode node;

    private SearchNode(ClasspathNode node) {
        this.node = node;
    }

    /**
     * Starts a node. Blocks until it answers; some seconds for an empty folder, a moment for one that has been used.
     *
     * @param network settings of transport and HTTP, and whatever else is to differ
     * @param plugins what the server jar lacks, among it the transports named in the settings
     * @throws IllegalStateException when another process uses the folder, or the jar takes itself for a snapshot build
     * @throws IOException           when the folder cannot be written, or what is in it cannot be read
     */
    public static SearchNode start(Path folder, Settings network, List<? extends Plugin> plugins) throws IOException {
        refuseSnapshots();
        Path home = folder.toAbsolutePath().normalize();
        for (String needed : List.of("config", "data", "logs", "lib", "modules", "plugins")) {
            Files.createDirectories(home.resolve(needed));
        }
        prepareProcess(home);
        ClasspathNode node = make(home, settings(home, network), plugins);
        try {
            node.start();
        } catch (NodeValidationException e) {
            node.close();
            throw new IOException("The search node did not start in " + home, e);
        } catch (RuntimeException e) {
            node.close();
            throw new DamagedDataException("The search node did not start in " + home, e);
        }
        return new SearchNode(node);
    }

    private static ClasspathNode make(Path home, Settings settings, List<? extends Plugin> plugins)
            throws IOException {
        try {
            return new ClasspathNode(settings, home.resolve("config"), plugins);
        } catch (RuntimeException e) {
            if (String.valueOf(e.getMessage()).contains(LOCKED)) {
                throw new IllegalStateException("Another process uses the search folder " + home, e);
            }
            throw new DamagedDataException("The search node cannot use " + home, e);
        }
    }

    /** Starts a node that opens no port; its door is the plugin's. Throws as {@link #start}. */
    static SearchNode alone(Path folder, NoNetworkPlugin network, List<Plugin> others) throws IOException {
        List<Plugin> plugins = new ArrayList<>(List.of(network, new AnalysisPlugin()));
        plugins.addAll(others);
        return start(folder, NoNetworkPlugin.ALONE, plugins);
    }

    private static Settings settings(Path home, Settings network) {
        return Settings.builder().put("path.home", home).put("path.data", home.resolve("data"))
                .put("path.logs", home.resolve("logs")).put("cluster.name", "counterpoint")
                .put("node.name", "counterpoint")
                // The application shares this heap; what it uses must not trip Elasticsearch's breakers.
                .put("indices.breaker.total.use_real_memory", false)
                // A nearly full disk is the operator's to see (health); refusing to write would not make it emptier.
                .put("cluster.routing.allocation.disk.threshold_enabled", false).put(network).build();
    }

    /** Once in a process, before a node starts. */
    static void prepareProcess(Path home) {
        // Without the native libraries Elasticsearch computes in plain Java, but it insists on a folder for them.
        if (System.getProperty(NATIVE_LIBRARIES) == null) {
            System.setProperty(NATIVE_LIBRARIES, home.resolve("lib").toString());
        }
        LogConfigurator.configureESLogging();
        initializeExceptions();
    }

    /**
     * Elasticsearch's exception knows all of its subclasses, and each of them needs it first: two threads that come to two of them for the
     * first time, as late as at a conflict of versions, would wait for each other for ever, and with them whoever writes.
     */
    private static void initializeExceptions() {
        try {
            MethodHandles.lookup().ensureInitialized(ElasticsearchException.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In a nested jar Elasticsearch cannot read its own manifest and would turn unfinished features on. */
    static void refuseSnapshots() {
        if (Build.current().isSnapshot()) {
            throw new IllegalStateException(
                    """
                            Elasticsearch takes itself for a snapshot build: its jar has to lie unpacked beside the application \
                            (requiresUnpack of the Spring Boot Maven plugin)""");
        }
    }

    /** The node's own parts. */
    Injector injector() {
        return node.injector();
    }

    @Override
    public void close() throws IOException {
        node.close();
        try {
            node.awaitClose(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
