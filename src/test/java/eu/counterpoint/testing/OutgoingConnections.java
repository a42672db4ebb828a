package eu.counterpoint.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Looks, some fifty times a second, at the sockets of a process and of those that it started, and remembers every other end that
 * is not on this computer: connections, attempts at one, and questions to a name server. Only Linux tells; elsewhere the test
 * that asks is skipped.
 */
public final class OutgoingConnections implements AutoCloseable {

    private static final long PAUSE_MILLIS = 20;

    private final ProcessHandle process;
    private final Set<String> found = new ConcurrentSkipListSet<>();
    private final Thread thread;
    private volatile int looks;
    private volatile boolean ended;

    private OutgoingConnections(ProcessHandle process) {
        this.process = process;
        this.thread = Thread.ofPlatform().daemon().name("outgoing-connections").start(this::watch);
    }

    public static OutgoingConnections of(ProcessHandle process) {
        Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/self/net/tcp")),
                "Only Linux tells which sockets a process has");
        return new OutgoingConnections(process);
    }

    /** Everything seen so far beyond loopback, such as {@code tcp 192.0.2.1:443}. */
    public Set<String> beyondLoopback() {
        if (!thread.isAlive() && !ended) {
            throw new IllegalStateException("The watch ended by itself");
        }
        return Set.copyOf(found);
    }

    /** How often it has looked. */
    public int looks() {
        return looks;
    }

    private void watch() {
        while (!ended) {
            Stream.concat(Stream.of(process), process.descendants()).forEach(this::look);
            looks++;
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look(ProcessHandle seen) {
        Path folder = Path.of("/proc", "" + seen.pid());
        try {
            Set<String> sockets = sockets(folder.resolve("fd"));
            for (String protocol : List.of("tcp", "tcp6", "udp", "udp6")) {
                Path table = folder.resolve("net").resolve(protocol);
                if (Files.exists(table)) {
                    Files.readAllLines(table).stream().skip(1).map(line -> line.strip().split("\\s+"))
                            .filter(columns -> sockets.contains("socket:[" + columns[9] + "]"))
                            .forEach(columns -> remember(protocol, columns[2]));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // Processes end.
        }
    }

    private static Set<String> sockets(Path descriptors) throws IOException {
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> all = Files.list(descriptors)) {
            for (Path descriptor : (Iterable<Path>) all::iterator) {
                try {
                    sockets.add(Files.readSymbolicLink(descriptor).toString());
                } catch (NoSuchFileException e) {
                    // Files are closed.
                }
            }
        }
        return sockets;
    }

    /** @param end as the kernel writes it: words of 32 bits in the order of this machine, and the port */
    private void remember(String protocol, String end) {
        String[] parts = end.split(":");
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(parts[0]));
        ByteBuffer address = ByteBuffer.allocate(bytes.capacity()).order(ByteOrder.nativeOrder());
        while (bytes.hasRemaining()) {
            address.putInt(bytes.getInt());
        }
        try {
            InetAddress other = InetAddress.getByAddress(address.array());
            if (!other.isLoopbackAddress() && !other.isAnyLocalAddress()) {
                found.add(protocol + " " + other.getHostAddress() + ":" + Integer.parseInt(parts[1], 16));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
