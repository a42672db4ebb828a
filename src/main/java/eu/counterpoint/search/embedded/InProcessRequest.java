package eu.counterpoint.search.embedded;

import co.elastic.clients.transport.TransportOptions;
import co.elastic.clients.transport.http.TransportHttpClient;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.elasticsearch.common.bytes.BytesArray;
import org.elasticsearch.common.bytes.BytesReference;
import org.elasticsearch.common.bytes.CompositeBytesReference;
import org.elasticsearch.http.HttpBody;
import org.elasticsearch.http.HttpRequest;
import org.elasticsearch.http.HttpResponse;
import org.elasticsearch.rest.ChunkedRestResponseBodyPart;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestStatus;
import org.jspecify.annotations.Nullable;

/** A request of the client, as the node's REST layer wants to see it. */
final class InProcessRequest implements HttpRequest {

    private final RestRequest.Method method;
    private final String uri;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private HttpBody body;

    InProcessRequest(TransportHttpClient.Request request, @Nullable TransportOptions options) {
        method = RestRequest.Method.valueOf(request.method().toUpperCase(Locale.ROOT));
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        request.queryParams().forEach((name, value) -> query.add(parameter(name, value)));
        if (options != null) {
            options.queryParameters().forEach((name, value) -> query.add(parameter(name, value)));
            options.headers().forEach(header -> headers.put(header.getKey(), List.of(header.getValue())));
        }
        uri = request.path() + query;
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        body = body(request.body());
    }

    private static String parameter(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The client's buffers as they are: a bulk of some megabytes is not copied once more. */
    private static HttpBody body(@Nullable Iterable<ByteBuffer> buffers) {
        if (buffers == null) {
            return HttpBody.empty();
        }
        List<BytesReference> parts = new ArrayList<>();
        buffers.forEach(buffer -> parts.add(bytes(buffer)));
        return HttpBody.fromBytesReference(CompositeBytesReference.of(parts.toArray(BytesReference[]::new)));
    }

    private static BytesReference bytes(ByteBuffer buffer) {
        if (buffer.hasArray()) {
            return new BytesArray(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
        }
        byte[] copy = new byte[buffer.remaining()];
        buffer.duplicate().get(copy);
        return new BytesArray(copy);
    }

    @Override
    public RestRequest.Method method() {
        return method;
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public Map<String, List<String>> getHeaders() {
        return headers;
    }

    @Override
    public HttpRequest removeHeader(String header) {
        headers.remove(header);
        return this;
    }

    @Override
    public HttpBody body() {
        return body;
    }

    @Override
    public void setBody(HttpBody body) {
        this.body = body;
    }

    @Override
    public boolean hasContent() {
        return !body.isEmpty();
    }

    @Override
    public List<String> strictCookies() {
        return List.of();
    }

    @Override
    public HttpVersion protocolVersion() {
        return HttpVersion.HTTP_1_1;
    }

    @Override
    public @Nullable Exception getInboundException() {
        return null;
    }

    @Override
    public HttpResponse createResponse(RestStatus status, BytesReference content) {
        throw new UnsupportedOperationException("Answers go through InProcessAnswer");
    }

    @Override
    public HttpResponse createResponse(RestStatus status, ChunkedRestResponseBodyPart part) {
        throw new UnsupportedOperationException("Answers go through InProcessAnswer");
    }

    @Override
    public void release() {
        // the buffers are the client's
    }
}
