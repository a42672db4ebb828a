package eu.counterpoint.search.embedded;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.elasticsearch.cluster.AllocationExplainResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tells an index that is still being opened, however long a busy machine takes, from one whose files are damaged or
 * gone. That nothing happens for a while proves nothing; the engine itself has to say that it has given up.
 */
final class WholeShards {

    private static final Duration PAUSE = Duration.ofMillis(200);
    /** How often in a row the engine has to say that it will not open a shard. */
    private static final int REFUSALS = 5;

    private WholeShards() {}

    /**
     * Returns when every primary shard is open.
     *
     * @throws DamagedDataException when one cannot be opened
     * @throws IOException          when the engine does not answer
     */
    static void check(ElasticsearchClient engine) throws IOException {
        // The engine in the process leaves a field of these out that its client insists on.
        ElasticsearchClient client = engine.withTransportOptions(
                options -> options.setParameter("filter_path", "*,-node_allocation_decisions"));
        int refusals = 0;
        while (client.cluster().health().status() == HealthStatus.Red) {
            AllocationExplainResponse missing = missingShard(client);
            refusals = missing != null && isGivenUp(missing) ? refusals + 1 : 0;
            if (missing != null && refusals == REFUSALS) {
                throw new DamagedDataException("A part of the search index '" + missing.index()
                        + "' cannot be opened: " + missing.allocateExplanation(), null);
            }
            pause();
        }
    }

    /** A shard that is not open and not being opened either; null when there is none any more. */
    private static @Nullable AllocationExplainResponse missingShard(ElasticsearchClient client) throws IOException {
        try {
            return client.cluster().allocationExplain();
        } catch (ElasticsearchException e) {
            return null;
        }
    }

    private static boolean isGivenUp(AllocationExplainResponse shard) {
        return shard.primary() && shard.canAllocate() != null && switch (shard.canAllocate()) {
            case NoValidShardCopy, No -> true;
            default -> false;
        };
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
