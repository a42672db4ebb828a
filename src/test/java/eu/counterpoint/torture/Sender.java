package eu.counterpoint.torture;

import eu.counterpoint.testing.RestClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Sends files until each was acknowledged, whatever happens meanwhile, the same request with the same key again and again. */
final class Sender {

    private static final int CREATED = 201;
    private static final int SERVER_ERROR = 500;
    /** A second request under a key while the first is still being worked on. */
    private static final int BUSY = 409;
    private static final long PAUSE = 200;

    private final RestClient client;
    private final Map<String, Sent> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final AtomicLong repeated = new AtomicLong();

    Sender(RestClient client) {
        this.client = client;
    }

    /**
     * What was acknowledged.
     *
     * @param id    of the material
     * @param round the word that all materials of a round have as their organisation
     */
    record Sent(String id, String round, Path file) {}

    /** @param goOn asked before each further attempt; one that was begun is never given up before it was acknowledged or refused */
    void send(Path file, String round, BooleanSupplier goOn) throws InterruptedException {
        if (!goOn.getAsBoolean()) {
            return;
        }
        String key = round + "-" + Integer.toHexString(file.getFileName().toString().hashCode());
        while (true) {
            try {
                RestClient.Answer answer = client.upload("/api/materials?publish=true",
                        "{\"organisation\": \"" + round + "\"}", List.of(file), "Idempotency-Key", key);
                if (answer.status() == CREATED) {
                    acknowledged.put(key, new Sent(answer.json().get("id").asString(), round, file));
                    return;
                }
                if (answer.status() < SERVER_ERROR && answer.status() != BUSY) {
                    refused.put(key, answer.status() + ": " + answer.response().body());
                    return;
                }
            } catch (RuntimeException lost) {
                // Whether it came through, the sender does not know.
            }
            repeated.incrementAndGet();
            Thread.sleep(PAUSE);
        }
    }

    RestClient client() {
        return client;
    }

    List<Sent> acknowledged() {
        return List.copyOf(acknowledged.values());
    }

    Map<String, String> refused() {
        return refused;
    }

    long repeated() {
        return repeated.get();
    }
}
