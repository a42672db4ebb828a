package eu.counterpoint.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * The clamd of this machine with a database of its own that knows one harmful file: the one that all scanners take for the test.
 * It listens on a port of the loopback and on a socket, and connects to nothing.
 */
public final class ClamDaemon {

    /** What it calls the file. */
    public static final String SIGNATURE = "Counterpoint.Test.Eicar";
    /** The largest file that it takes, in bytes. */
    public static final int LARGEST = 1 << 20;

    private static final List<Path> USUAL = List.of(Path.of("/usr/sbin/clamd"), Path.of("/usr/local/sbin/clamd"),
            Path.of("/opt/homebrew/sbin/clamd"));

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    /** Not running yet. */
    public ClamDaemon() {
        try {
            // A short path: more than some hundred characters make no socket.
            folder = Files.createTempDirectory("clamd");
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            Files.createDirectories(folder.resolve("signatures"));
            Files.writeString(folder.resolve("signatures/test.ndb"), SIGNATURE + ":0:*:"
                    + HexFormat.of().formatHex(harmful().getBytes(StandardCharsets.US_ASCII)) + "\n");
            Files.writeString(folder.resolve("clamd.conf"), """
                    Foreground yes
                    DatabaseDirectory %1$s/signatures
                    TemporaryDirectory %1$s
                    LocalSocket %1$s/socket
                    TCPAddr 127.0.0.1
                    TCPSocket %2$d
                    StreamMaxLength %3$d
                    """.formatted(folder, port, LARGEST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    public static Optional<Path> program() {
        return USUAL.stream().filter(Files::isExecutable).findFirst();
    }

    /** The text of EICAR. In parts, so that no scanner takes the source for harmful. */
    public static String harmful() {
        return "X5O!P%@AP[4\\PZX54(P^)" + "7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!" + "$H+H*";
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    public Path socket() {
        return folder.resolve("socket");
    }

    /** Does nothing where it runs; returns when it answers. */
    public void start() {
        if (process != null) {
            return;
        }
        try {
            process = new ProcessBuilder(program().orElseThrow().toString(), "--config-file",
                    folder.resolve("clamd.conf").toString()).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100)).until(this::answers);
    }

    /** Returns when it is gone. */
    public void stop() {
        Process running = process;
        process = null;
        if (running != null) {
            running.destroy();
            try {
                if (!running.waitFor(10, TimeUnit.SECONDS)) {
                    running.destroyForcibly().waitFor();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("zPING\0".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(4), StandardCharsets.US_ASCII).equals("PONG");
        } catch (IOException e) {
            return false;
        }
    }
}
