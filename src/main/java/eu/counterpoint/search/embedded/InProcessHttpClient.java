package eu.counterpoint.search.embedded;

import co.elastic.clients.transport.TransportOptions;
import co.elastic.clients.transport.http.TransportHttpClient;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.xcontent.XContentParserConfiguration;
import org.jspecify.annotations.Nullable;

/** Carries the official client's requests into the node's REST layer, with no socket between. */
final class InProcessHttpClient implements TransportHttpClient {

    private final CompletableFuture<RestDoor> door;
    private final Duration patience;

    /**
     * @param door     open once the node has started; requests wait for it
     * @param patience how long a blocking request may take, the wait for the node included
     */
    InProcessHttpClient(CompletableFuture<RestDoor> door, Duration patience) {
        this.door = door;
        this.patience = patience;
    }

    @Override
    public Response performRequest(String endpoint, @Nullable Node node, Request request,
            @Nullable TransportOptions options) throws IOException {
        CompletableFuture<Response> answer = performRequestAsync(endpoint, node, request, options);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while the search node answered");
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("The search node did not answer " + endpoint + " within " + patience, e);
        } catch (ExecutionException e) {
            throw new IOException("The search node failed at " + endpoint, e.getCause());
        }
    }

    @Override
    public CompletableFuture<Response> performRequestAsync(String endpoint, @Nullable Node node, Request request,
            @Nullable TransportOptions options) {
        CompletableFuture<Response> answer = new CompletableFuture<>();
        InProcessChannel channel = new InProcessChannel();
        // Giving up on the answer cancels the search, as closing a socket would.
        answer.whenComplete((response, failure) -> channel.close());
        door.whenComplete((opened, failure) -> {
            if (failure != null) {
                answer.completeExceptionally(failure);
            } else {
                send(opened, new InProcessRequest(request, options), channel, answer);
            }
        });
        return answer;
    }

    private static void send(RestDoor door, InProcessRequest request, InProcessChannel channel,
            CompletableFuture<Response> answer) {
        try {
            RestRequest rest = RestRequest.request(XContentParserConfiguration.EMPTY.withRegistry(door.contents()),
                    request, channel);
            door.threads().generic().execute(() -> {
                try {
                    door.dispatch(rest, new InProcessAnswer(rest, door, answer));
                } catch (RuntimeException | Error e) {
                    answer.completeExceptionally(e);
                }
            });
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        // the node is closed by whoever started it
    }
}
