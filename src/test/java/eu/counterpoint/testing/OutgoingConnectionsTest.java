package eu.counterpoint.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class OutgoingConnectionsTest {

    @Test
    void seesWhoeverTalksToAnAddressBeyondLoopbackAndNobodyElse() throws Exception {
        InetAddress own = addressBeyondLoopback();
        try (OutgoingConnections connections = OutgoingConnections.of(ProcessHandle.current())) {
            try (ServerSocket here = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    Socket toHere = new Socket(here.getInetAddress(), here.getLocalPort())) {
                int looks = connections.looks();
                await().until(() -> connections.looks() > looks + 2);
                assertThat(connections.beyondLoopback()).isEmpty();
            }
            try (ServerSocket there = new ServerSocket(0, 1, own);
                    Socket toThere = new Socket(own, there.getLocalPort())) {
                await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(connections.beyondLoopback())
                        .anyMatch(seen -> seen.endsWith(own.getHostAddress() + ":" + toThere.getPort())));
            }
        }
    }

    private static InetAddress addressBeyondLoopback() throws SocketException {
        InetAddress found = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address.getAddress().length == 4 && !address.isLoopbackAddress()).findFirst()
                .orElse(null);
        Assumptions.assumeTrue(found != null, "This computer has no address but loopback");
        return found;
    }
}
