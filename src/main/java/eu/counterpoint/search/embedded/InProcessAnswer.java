package eu.counterpoint.search.embedded;

import co.elastic.clients.transport.http.TransportHttpClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.common.bytes.BytesReference;
import org.elasticsearch.common.bytes.ReleasableBytesReference;
import org.elasticsearch.rest.AbstractRestChannel;
import org.elasticsearch.rest.ChunkedRestResponseBodyPart;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;

/** Takes the node's answer, whole or in chunks, and hands it to the client. */
final class InProcessAnswer extends AbstractRestChannel {

    private static final int CHUNK = 64 * 1024;

    private final RestDoor door;
    private final CompletableFuture<TransportHttpClient.Response> answer;

    InProcessAnswer(RestRequest request, RestDoor door, CompletableFuture<TransportHttpClient.Response> answer) {
        super(request, true);
        this.door = door;
        this.answer = answer;
    }

    @Override
    public void sendResponse(RestResponse response) {
        try {
            if (request().method() == RestRequest.Method.HEAD) {
                finish(response, new byte[0]);
            } else if (response.isChunked()) {
                collect(response, response.chunkedContent(), new ByteArrayOutputStream());
            } else {
                finish(response, BytesReference.toBytes(response.content()));
            }
        } catch (IOException | RuntimeException | Error e) {
            // Whoever waits has to hear of it, whatever it is.
            fail(response, e);
        }
    }

    private void collect(RestResponse response, ChunkedRestResponseBodyPart part, ByteArrayOutputStream body)
            throws IOException {
        while (!part.isPartComplete()) {
            try (ReleasableBytesReference chunk = part.encodeChunk(CHUNK, door.recycler())) {
                chunk.writeTo(body);
            }
        }
        if (part.isLastPart()) {
            finish(response, body.toByteArray());
        } else {
            part.getNextPart(ActionListener.wrap(next -> collect(response, next, body), e -> fail(response, e)));
        }
    }

    private void finish(RestResponse response, byte[] body) {
        InProcessResponse finished = new InProcessResponse(response.status().getStatus(), headers(response), body,
                response.contentType());
        release(response);
        answer.complete(finished);
    }

    private void fail(RestResponse response, Throwable failure) {
        release(response);
        answer.completeExceptionally(failure);
    }

    private Map<String, List<String>> headers(RestResponse response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        add(headers, door.threads().getThreadContext().getResponseHeaders());
        add(headers, response.getHeaders());
        if (response.contentType() != null) {
            headers.putIfAbsent("content-type", List.of(response.contentType()));
        }
        return headers;
    }

    private static void add(Map<String, List<String>> headers, Map<String, List<String>> more) {
        more.forEach((name, values) -> headers.computeIfAbsent(name, missing -> new ArrayList<>()).addAll(values));
    }

    private void release(RestResponse response) {
        response.close();
        releaseOutputBuffer();
    }
}
