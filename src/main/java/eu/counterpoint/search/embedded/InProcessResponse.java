package eu.counterpoint.search.embedded;

import co.elastic.clients.transport.http.TransportHttpClient;
import co.elastic.clients.util.BinaryData;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A finished answer of the node. */
record InProcessResponse(int statusCode, Map<String, List<String>> headers, byte[] content,
        @Nullable String contentType) implements TransportHttpClient.Response {

    @Override
    public TransportHttpClient.@Nullable Node node() {
        return null;
    }

    @Override
    public @Nullable String header(String name) {
        return headers(name).stream().findFirst().orElse(null);
    }

    @Override
    public List<String> headers(String name) {
        return headers.getOrDefault(name, List.of());
    }

    @Override
    public @Nullable BinaryData body() {
        return content.length == 0 ? null : BinaryData.of(content, contentType);
    }

    @Override
    public Object originalResponse() {
        return this;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
