package eu.counterpoint.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The application in a process of its own, with the heap that it is meant to run in, so that it can be killed, and measured as it
 * will be used.
 */
public final class RunningApplication implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(120);
    /** As {@code mvn spring-boot:run} does: classes from our own class path need no verification. */
    private static final List<String> BRIEFLY = List.of("-XX:TieredStopAtLevel=1", "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote", "-Dcounterpoint.extraction.rehearse=false");
    private static final Path OPTIONS = Path.of("src", "main", "launch", "jvm.options");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path home;
    private final int port;
    private final Process process;

    private RunningApplication(Path home, int port, Process process) {
        this.home = home;
        this.port = port;
        this.process = process;
    }

    /** Starts it on a home folder and waits until it answers. */
    public static RunningApplication start(Path home, String... settings) {
        return start(home, List.of(), process -> {}, settings);
    }

    /** The same for a life of some seconds, in which the better compiler would cost more than it gives. */
    public static RunningApplication startBriefly(Path home, String... settings) {
        return startBriefly(home, process -> {}, settings);
    }

    /** The same again at the address where it was before, for somebody who waits there. */
    public RunningApplication startBrieflyAgain(String... settings) {
        return start(home, port, BRIEFLY, process -> {}, settings);
    }

    /** The same, for somebody who wants to see it from its first moment. */
    public static RunningApplication startBriefly(Path home, Consumer<ProcessHandle> witness, String... settings) {
        return start(home, BRIEFLY, witness, settings);
    }

    private static RunningApplication start(Path home, List<String> options, Consumer<ProcessHandle> witness,
            String... settings) {
        try {
            return start(home, freePort(), options, witness, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunningApplication start(Path home, int port, List<String> options,
            Consumer<ProcessHandle> witness, String... settings) {
        try {
            Files.createDirectories(home);
            List<String> command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElse("java"), "@" + OPTIONS.toAbsolutePath(),
                    "-Djava.awt.headless=true"));
            command.addAll(options);
            command.addAll(List.of("-cp", ClassPaths.ofTheApplication(), "eu.counterpoint.Counterpoint",
                    "--server.port=" + port,
                    "--counterpoint.home=" + home, "--counterpoint.starter-collection=false",
                    "--counterpoint.extraction.ocr=off", "--counterpoint.covers.enabled=false"));
            command.addAll(Arrays.asList(settings));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("console.txt").toFile()));
            builder.environment().put("COUNTERPOINT_ADMIN_PASSWORD", TestSurroundings.PASSWORD);
            // Some libraries behave better where they believe to be tested.
            builder.environment().remove("CI");
            RunningApplication application = new RunningApplication(home, port, builder.start());
            witness.accept(application.process());
            application.awaitAnswer();
            return application;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where nobody listens at this moment. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "The application ended with " + process.exitValue() + ":\n" + console());
            }
            try {
                if (http.send(HttpRequest.newBuilder(uri("/actuator/health")).build(),
                        HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it is still starting
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            sleepBriefly();
        }
        process.destroyForcibly();
        throw new IllegalStateException("The application did not answer within " + START + ":\n" + console());
    }

    private static void sleepBriefly() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Everything that it printed. */
    public String console() throws IOException {
        return Files.readString(home.resolve("console.txt"));
    }

    /** Ends it as {@code kill -9} does, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** Ends it as Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The application did not stop within 60 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
