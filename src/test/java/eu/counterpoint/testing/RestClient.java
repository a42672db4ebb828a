package eu.counterpoint.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the REST interface over real HTTP, as a script of a user would. */
public final class RestClient {

    private static final int PAGE = 100;
    /** Between questions whether a file was read, in milliseconds. */
    private static final long PAUSE = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** An answer: its status and its JSON, a missing node where there is none. */
    public record Answer(int status, JsonNode json, HttpResponse<String> response) {

        public Answer expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("Expected " + wanted + " but was " + status + ": " + response.body());
            }
            return this;
        }
    }

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Function<String, URI> address;
    private final @Nullable String token;

    public RestClient(Function<String, URI> address, @Nullable String token) {
        this.address = address;
        this.token = token;
    }

    /** A client with a token of the administrator. */
    public static RestClient asAdmin(Function<String, URI> address) {
        String basic = Base64.getEncoder()
                .encodeToString(("admin:" + TestSurroundings.PASSWORD).getBytes(StandardCharsets.UTF_8));
        Answer answer = new RestClient(address, null).send(HttpRequest.newBuilder(address.apply("/api/tokens"))
                .header("Authorization", "Basic " + basic).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"test\"}"))).expect(201);
        return new RestClient(address, answer.json().get("token").asString());
    }

    /** A client with a token of the administrator, of an application on this machine. */
    public static RestClient asAdmin(int port) {
        return asAdmin(path -> local(port, path));
    }

    /** A client of somebody who has not signed in, of an application on this machine. */
    public static RestClient asVisitor(int port) {
        return new RestClient(path -> local(port, path), null);
    }

    private static URI local(int port, String path) {
        return URI.create("http://localhost:" + port + path);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** What is at an address, byte for byte. */
    public byte[] bytes(String path) {
        HttpResponse<byte[]> response = exchange(request(path).GET(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new AssertionError("Expected 200 but was " + response.statusCode());
        }
        return response.body();
    }

    /** The ids of everything that a search finds, page after page, with whatever would be there twice. */
    public List<String> found(String text) {
        List<String> found = new ArrayList<>();
        JsonNode page;
        do {
            page = get("/api/search?q=" + encode(text) + "&sort=title&size=" + PAGE + "&page=" + found.size() / PAGE)
                    .expect(200).json();
            page.get("hits").forEach(hit -> found.add(hit.get("id").asString()));
        } while (!page.get("hits").isEmpty() && found.size() < page.get("total").asInt());
        return found;
    }

    /** A record, as soon as its only file was read, with whatever outcome. Asks seldom, for the sake of what is measured. */
    public JsonNode onceRead(String id) throws InterruptedException {
        JsonNode record = get("/api/materials/" + id).expect(200).json();
        while (record.get("files").get(0).get("outcome").asString().equals("pending")) {
            Thread.sleep(PAUSE);
            record = get("/api/materials/" + id).expect(200).json();
        }
        return record;
    }

    public Answer post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /**
     * Sends files, and metadata where given, as a browser's form or curl does; each file is streamed from the disk.
     *
     * @param headers names and values in turn
     */
    public Answer upload(String path, @Nullable String metadata, List<Path> files, String... headers) {
        String boundary = UUID.randomUUID().toString();
        List<HttpRequest.BodyPublisher> parts = new ArrayList<>();
        if (metadata != null) {
            parts.add(text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"metadata\"\r\n"
                    + "Content-Type: application/json\r\n\r\n" + metadata + "\r\n"));
        }
        try {
            for (Path file : files) {
                parts.add(text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + file.getFileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
                parts.add(Files.size(file) < 65536
                        ? HttpRequest.BodyPublishers.ofByteArray(Files.readAllBytes(file))
                        : HttpRequest.BodyPublishers.ofFile(file));
                parts.add(text("\r\n"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        parts.add(text("--" + boundary + "--\r\n"));
        HttpRequest.Builder request = request(path).header("Content-Type",
                "multipart/form-data; boundary=" + boundary);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.POST(HttpRequest.BodyPublishers.concat(parts.toArray(HttpRequest.BodyPublisher[]::new))));
    }

    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static HttpRequest.BodyPublisher text(String text) {
        return HttpRequest.BodyPublishers.ofString(text);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address.apply(path));
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        return builder;
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = exchange(request, HttpResponse.BodyHandlers.ofString());
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return new Answer(response.statusCode(), json ? JSON.readTree(response.body()) : JSON.missingNode(), response);
    }

    private <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
