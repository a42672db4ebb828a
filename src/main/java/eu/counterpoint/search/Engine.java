package eu.counterpoint.search;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** The search engine, asked with patience that ends. Whether it runs in this process or in a cluster makes no difference. */
@Component
class Engine {

    /** How long a person waits for an answer. */
    static final Duration FOR_PEOPLE = Duration.ofSeconds(8);
    /** How long a job waits: a bulk of some megabytes on a busy machine, and the start of an embedded node. */
    static final Duration FOR_JOBS = Duration.ofSeconds(60);
    /** How long a change waits, before it is tried again: the node that has it may have gone without a word. */
    static final Duration FOR_CHANGES = Duration.ofSeconds(20);

    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final ElasticsearchAsyncClient client;

    Engine(ElasticsearchClient client) {
        this.client = new ElasticsearchAsyncClient(client._transport());
    }

    interface Question<T> {
        CompletableFuture<T> put(ElasticsearchAsyncClient client) throws IOException;
    }

    /**
     * Asks and waits.
     *
     * @throws SearchUnavailableException when no answer comes in time, or one that says "later"
     */
    <T> T ask(Duration patience, Question<T> question) {
        return answer(patience, begin(question));
    }

    /** Asks, and leaves the waiting for later. @throws SearchUnavailableException when it cannot even be asked */
    <T> CompletableFuture<T> begin(Question<T> question) {
        try {
            return question.put(client);
        } catch (IOException e) {
            throw new SearchUnavailableException(e);
        }
    }

    /** Waits for what was asked. Throws as {@link #ask}. */
    <T> T answer(Duration patience, CompletableFuture<T> answer) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new SearchUnavailableException(e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new SearchUnavailableException(e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    /** A question that the engine does not understand is a fault of ours, and not a matter of waiting. */
    private static RuntimeException failure(Throwable cause) {
        if (cause instanceof ElasticsearchException e && e.status() < SERVER_ERROR && e.status() != NOT_FOUND
                && e.status() != TOO_MANY_REQUESTS) {
            return e;
        }
        return new SearchUnavailableException(cause);
    }
}
