package eu.counterpoint.ingest.clamd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.counterpoint.ingest.clamd.Clamd.Verdict;
import eu.counterpoint.testing.ClamDaemon;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Talks with a real clamd. Says so and skips what needs one where it is not installed. */
class ClamdTest {

    private static final ClamDaemon DAEMON = new ClamDaemon();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        if (ClamDaemon.program().isPresent()) {
            DAEMON.start();
        }
    }

    @AfterAll
    static void stop() {
        DAEMON.stop();
    }

    @Test
    void tellsHarmfulFilesFromOthersOverEitherKindOfSocket() throws Exception {
        assumeInstalled();
        Path clean = file("clean", "All is well. ".repeat(50_000));
        Path empty = file("empty", "");
        Path harmful = file("harmful", "x".repeat(300_000) + ClamDaemon.harmful());

        for (Clamd clamd : List.of(at(DAEMON.address()), at(DAEMON.socket().toString()))) {
            clamd.ping();
            assertThat(clamd.scan(clean)).isEqualTo(new Verdict.Clean());
            assertThat(clamd.scan(empty)).isEqualTo(new Verdict.Clean());
            assertThat(clamd.scan(harmful)).isInstanceOfSatisfying(Verdict.Found.class,
                    found -> assertThat(found.signature()).startsWith(ClamDaemon.SIGNATURE));
        }
    }

    @Test
    void saysWhenAFileIsLargerThanTheScannerTakes() throws Exception {
        assumeInstalled();
        Path justRight = file("just-right", "x".repeat(ClamDaemon.LARGEST));
        Path justTooLarge = file("just-too-large", "x".repeat(ClamDaemon.LARGEST + 1));
        Path farTooLarge = file("far-too-large", "x".repeat(40 * ClamDaemon.LARGEST));

        for (Clamd clamd : List.of(at(DAEMON.address()), at(DAEMON.socket().toString()))) {
            assertThat(clamd.scan(justRight)).isEqualTo(new Verdict.Clean());
            assertThat(clamd.scan(justTooLarge)).isEqualTo(new Verdict.TooLarge());
            assertThat(clamd.scan(farTooLarge)).isEqualTo(new Verdict.TooLarge());
        }
    }

    @Test
    void givesUpWhereNobodyListensOrAnswers() throws Exception {
        Path file = file("some", "Some text.");
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Clamd clamd = new Clamd(
                    new ClamdSettings("127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(300)));
            assertThatThrownBy(() -> clamd.scan(file)).isInstanceOf(ClamdUnavailableException.class)
                    .hasMessageContaining("no answer");
        }
        assertThatThrownBy(() -> at(folder.resolve("nothing").toString()).scan(file))
                .isInstanceOf(ClamdUnavailableException.class).hasMessageContaining("nothing");
    }

    @Test
    void tellsAFileThatCouldNotBeScannedFromAScannerThatIsAway() throws Exception {
        Path file = file("some", "Some text.");
        try (AnsweringScanner scanner = new AnsweringScanner("stream: Malformed file ERROR")) {
            assertThatThrownBy(() -> scanner.clamd().scan(file)).isInstanceOf(ScanFailedException.class)
                    .hasMessageContaining("Malformed file");
        }
        try (AnsweringScanner scanner = new AnsweringScanner("")) {
            assertThatThrownBy(() -> scanner.clamd().scan(file)).as("one that died over it")
                    .isInstanceOf(ScanFailedException.class).hasMessageContaining("hung up");
        }
        try (AnsweringScanner scanner = new AnsweringScanner("UNKNOWN COMMAND")) {
            assertThatThrownBy(() -> scanner.clamd().scan(file)).isInstanceOf(ClamdUnavailableException.class)
                    .isNotInstanceOf(ScanFailedException.class);
        }
    }

    @Test
    void endsWhenTheApplicationStops() throws Exception {
        Path file = file("some", "Some text.");
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Clamd clamd = at("127.0.0.1:" + silent.getLocalPort());
            CompletableFuture<Verdict> verdict = new CompletableFuture<>();
            Thread job = Thread.ofPlatform().start(() -> {
                try {
                    verdict.complete(clamd.scan(file));
                } catch (Exception e) {
                    verdict.completeExceptionally(e);
                }
            });
            try (Socket connection = silent.accept()) {
                job.interrupt();
                assertThat(verdict).failsWithin(TIMEOUT.dividedBy(2)).withThrowableOfType(ExecutionException.class)
                        .withCauseInstanceOf(InterruptedException.class);
            }
        }
    }

    @Test
    void isOffWhereNothingIsSet() {
        assertThat(at(" ").isConfigured()).isFalse();
        assertThat(at("localhost:3310").isConfigured()).isTrue();
        assertThat(at("[::1]:3310").isConfigured()).isTrue();
        assertThat(at("/run/clamav/clamd.ctl").isConfigured()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:many", "localhost:70000", "on"})
    void refusesAnAddressThatIsNone(String address) {
        assertThatThrownBy(() -> at(address)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(address).hasMessageContaining("host:port");
    }

    private static void assumeInstalled() {
        assumeTrue(ClamDaemon.program().isPresent(), "clamd is not installed");
    }

    private static Clamd at(String address) {
        return new Clamd(new ClamdSettings(address, TIMEOUT));
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
