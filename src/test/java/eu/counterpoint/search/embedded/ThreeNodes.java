package eu.counterpoint.search.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A cluster of three nodes that talk over loopback, for an application under test. */
public final class ThreeNodes implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Map<String, HttpNode> NODES = new LinkedHashMap<>();
    private static final List<Integer> PORTS = freePorts(6);

    /** Tells the application where the nodes will be; they are not there yet. */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String uris = PORTS.subList(3, 6).stream().map(port -> "http://127.0.0.1:" + port)
                .collect(Collectors.joining(","));
        TestPropertyValues.of("spring.elasticsearch.uris=" + uris).applyTo(context);
    }

    /** Takes a node away without a farewell to the others. */
    public static void lose(String name) throws IOException {
        NODES.remove(name).close();
    }

    /** All at once: each gives its clients a moment to go. */
    public static void stop() {
        NODES.values().stream()
                .map(node -> CompletableFuture.runAsync(() -> close(node), Thread::startVirtualThread)).toList()
                .forEach(CompletableFuture::join);
        NODES.clear();
    }

    private static void close(HttpNode node) {
        try {
            node.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All at once: a node has started when it has found the others. */
    public static void start() {
        List<CompletableFuture<HttpNode>> starting = IntStream.range(0, 3)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> member(number), Thread::startVirtualThread))
                .toList();
        starting.stream().map(CompletableFuture::join).forEach(node -> NODES.put(node.name(), node));
    }

    private static HttpNode member(int number) {
        try {
            Path folders = Files.createDirectories(Path.of("target", "test-engines").toAbsolutePath());
            return HttpNode.member(Files.createTempDirectory(folders, "member-"), number, PORTS.subList(0, 3),
                    PORTS.get(3 + number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> freePorts(int howMany) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < howMany; i++) {
                sockets.add(new ServerSocket(0));
            }
            List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
