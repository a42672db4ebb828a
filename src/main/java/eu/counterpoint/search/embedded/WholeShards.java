package eu.counterpoint.search.embedded;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.elasticsearch.cluster.HealthResponse;
import java.io.IOException;
import java.time.Duration;

/** Tells an index that is still being opened from one whose files are damaged or gone. */
final class WholeShards {

    private static final Duration PAUSE = Duration.ofMillis(200);
    /** How often in a row nothing may be under way while a shard is missing. */
    private static final int IDLE_LOOKS = 10;

    private WholeShards() {}

    /** Returns when every primary shard is open. @throws IOException when one cannot be opened */
    static void check(ElasticsearchClient client) throws IOException {
        int idle = 0;
        while (idle < IDLE_LOOKS) {
            HealthResponse health = client.cluster().health();
            if (health.status() != HealthStatus.Red) {
                return;
            }
            boolean underWay = health.initializingShards() > 0 || health.numberOfPendingTasks() > 0
                    || health.numberOfInFlightFetch() > 0;
            idle = underWay ? 0 : idle + 1;
            pause();
        }
        throw new IOException("A part of the search index cannot be opened");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the search index was opened", e);
        }
    }
}
