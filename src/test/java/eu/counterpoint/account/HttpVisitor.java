package eu.counterpoint.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a window: keeps its cookie, follows nothing by itself. */
public final class HttpVisitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String address;

    public HttpVisitor(int port) {
        address = "http://localhost:" + port;
    }

    static Consumer<HttpResponse<?>> leadsTo(String path) {
        return response -> {
            assertThat(response.statusCode()).isEqualTo(302);
            var target = URI.create(response.headers().firstValue("Location").orElseThrow());
            assertThat(target.getPath() + (target.getQuery() == null ? "" : "?" + target.getQuery()))
                    .isIn(path, path + "?continue");
        };
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> getWithToken(String path, String token) {
        return send(request(path).header("Authorization", "Bearer " + token));
    }

    HttpResponse<String> getWithBasic(String path, String username, String password) {
        return send(request(path).header("Authorization", basic(username, password)));
    }

    HttpResponse<String> postWithToken(String path, String token) {
        return send(json(path).header("Authorization", "Bearer " + token));
    }

    HttpResponse<String> postWithBasic(String path, String username, String password) {
        return send(json(path).header("Authorization", basic(username, password)));
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        var body = form.entrySet().stream().map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Fills in the form of the sign-in page. */
    public HttpResponse<String> signIn(String username, String password) {
        var token = CSRF.matcher(get("/sign-in").body());
        assertThat(token.find()).as("the page has a token against forged forms").isTrue();
        return post("/sign-in", Map.of("_csrf", token.group(1), "username", username, "password", password));
    }

    String session() {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("counterpoint"))
                .map(HttpCookie::getValue).findFirst().orElse("");
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"a program\"}"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Accept",
                path.startsWith("/api/") ? "application/json" : "text/html");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String basic(String username, String password) {
        return "Basic " + Base64.getEncoder()
                .encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
