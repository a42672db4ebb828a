package eu.counterpoint.exchange;

import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.testing.RestClient.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the REST interface over real HTTP. */
record Caller(int port, @Nullable String token) {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Caller> PEOPLE = new ConcurrentHashMap<>();
    private static final String BOUNDARY = "a-boundary-that-is-in-no-file";

    /** One person with this role, the same for all who ask. */
    static Caller with(Role role, ApplicationContext application) {
        return PEOPLE.computeIfAbsent(role + "@" + port(application), any -> another(role, application));
    }

    /** A new person with this role. */
    static Caller another(Role role, ApplicationContext application) {
        Reader reader = switch (role) {
            case CONTRIBUTOR -> TestPeople.contributor(application);
            case EDITOR -> TestPeople.editor(application);
            case ADMINISTRATOR -> TestPeople.administrator(application);
        };
        return new Caller(port(application), TestPeople.token(application, reader));
    }

    static Caller visitor(ApplicationContext application) {
        return new Caller(port(application), null);
    }

    /** The parts of a form on their way. */
    static final class Form {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        static Form with(String metadata) {
            return new Form().part("form-data; name=\"metadata\"", metadata.getBytes(StandardCharsets.UTF_8));
        }

        Form file(String name, byte[] content) {
            return part("form-data; name=\"file\"; filename=\"" + name + "\"", content);
        }

        Form file(String name, String content) {
            return file(name, content.getBytes(StandardCharsets.UTF_8));
        }

        Form part(String disposition, byte[] content) {
            bytes.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(content);
            bytes.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
            return this;
        }

        byte[] whole() {
            byte[] end = ("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
            byte[] parts = bytes.toByteArray();
            byte[] whole = new byte[parts.length + end.length];
            System.arraycopy(parts, 0, whole, 0, parts.length);
            System.arraycopy(end, 0, whole, parts.length, end.length);
            return whole;
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** @param headers names and values in turn */
    Answer post(String path, String json, String... headers) {
        return send(
                headers(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)),
                        headers));
    }

    Answer put(String path, String json, String... headers) {
        return send(headers(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)),
                headers));
    }

    Answer post(String path, Form form, String... headers) {
        return send(headers(request(path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form.whole())), headers));
    }

    /** The record, once none of its files is pending. */
    JsonNode whenRead(String id) {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).until(
                () -> get("/api/materials/" + id).expect(200).json(),
                record -> record.get("files").valueStream()
                        .noneMatch(file -> file.get("outcome").asString().equals("pending")));
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(response.statusCode(), json ? JSON.readTree(response.body()) : JSON.missingNode(),
                    response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder headers(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static int port(ApplicationContext application) {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
