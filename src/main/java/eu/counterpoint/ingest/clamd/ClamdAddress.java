package eu.counterpoint.ingest.clamd;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where clamd listens. */
sealed interface ClamdAddress {

    /** Nobody there to accept a connection within this time is nobody at all. */
    Duration PATIENCE = Duration.ofSeconds(5);
    Pattern HOST_AND_PORT = Pattern.compile("\\[?([^/\\[\\]]+)]?:(\\d{1,5})");

    SocketChannel channel() throws IOException;

    void connect(SocketChannel channel) throws IOException;

    /** @throws IllegalArgumentException when it is neither {@code host:port} nor a path */
    static ClamdAddress of(String text) {
        Matcher tcp = HOST_AND_PORT.matcher(text);
        if (tcp.matches() && Integer.parseInt(tcp.group(2)) <= 0xFFFF) {
            return new Tcp(tcp.group(1), Integer.parseInt(tcp.group(2)));
        }
        if (text.contains("/")) {
            return new Unix(Path.of(text));
        }
        throw new IllegalArgumentException("counterpoint.ingest.clamd is \"" + text
                + "\". It takes host:port, such as localhost:3310, or the path of a unix socket.");
    }

    /** The name is looked up each time: what moves is found again. */
    record Tcp(String host, int port) implements ClamdAddress {

        @Override
        public SocketChannel channel() throws IOException {
            return SocketChannel.open();
        }

        @Override
        public void connect(SocketChannel channel) throws IOException {
            InetSocketAddress address = new InetSocketAddress(host, port);
            if (address.isUnresolved()) {
                throw new UnknownHostException(host);
            }
            channel.socket().connect(address, (int) PATIENCE.toMillis());
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /** A socket of this machine. */
    record Unix(Path path) implements ClamdAddress {

        @Override
        public SocketChannel channel() throws IOException {
            return SocketChannel.open(StandardProtocolFamily.UNIX);
        }

        @Override
        public void connect(SocketChannel channel) throws IOException {
            channel.connect(UnixDomainSocketAddress.of(path));
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }
}
