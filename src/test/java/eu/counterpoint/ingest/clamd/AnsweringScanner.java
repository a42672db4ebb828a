package eu.counterpoint.ingest.clamd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Says one and the same of every file, as a real clamd does where it is in trouble that a test cannot make. */
public final class AnsweringScanner implements AutoCloseable {

    private final ServerSocket socket;
    private final byte[] answer;

    public AnsweringScanner(String answer) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.answer = (answer + "\0").getBytes(StandardCharsets.US_ASCII);
        Thread.ofPlatform().daemon().start(this::serve);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                connection.getInputStream().read();
                connection.getOutputStream().write(answer);
                connection.getOutputStream().flush();
                connection.shutdownOutput();
                // Hears to the end, for a connection that is closed with something unread loses its answer.
                connection.getInputStream().readAllBytes();
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** As it is written in the settings. */
    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** Whoever asks it. */
    public Clamd clamd() {
        return clamdAt(socket.getLocalPort());
    }

    /** Whoever asks at a port of this machine. */
    public static Clamd clamdAt(int port) {
        return new Clamd(new ClamdSettings("127.0.0.1:" + port, Duration.ofSeconds(30)));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
