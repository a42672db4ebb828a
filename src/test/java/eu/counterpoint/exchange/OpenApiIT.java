package eu.counterpoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.testing.TestSurroundings;
import eu.counterpoint.testing.RestClient;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.vocabulary.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@Tag("once")
@WholeApplication
class OpenApiIT {

    private static final Pattern FOREIGN = Pattern.compile("(?:src|href)=[\"']?(?:https?:)?//");

    @Autowired
    private ApplicationContext application;

    private Caller visitor;

    @BeforeEach
    void visitor() {
        visitor = Caller.visitor(application);
    }

    @Test
    void describesTheContractAndNothingElse() {
        JsonNode description = visitor.get("/v3/api-docs").expect(200).json();

        List<String> operations = new ArrayList<>();
        description.get("paths").forEachEntry((path, item) -> item.propertyNames()
                .forEach(method -> operations.add(method.toUpperCase() + " " + path)));
        assertThat(operations).containsExactlyInAnyOrder("POST /api/tokens", "POST /api/materials",
                "GET /api/materials/{id}", "PUT /api/materials/{id}",
                "GET /api/materials/{id}/duplicates", "GET /api/materials/{id}/suggestions",
                "POST /api/materials/{id}/files",
                "DELETE /api/materials/{id}/files/{file}", "GET /api/materials/{id}/files/{file}",
                "PUT /api/materials/{id}/files/{file}/language", "GET /api/materials/{id}/files/{file}/text",
                "PUT /api/materials/{id}/files/{file}", "POST /api/materials/{id}/files/{file}/retry",
                "POST /api/materials/{id}/files/{file}/accept", "POST /api/materials/{id}/files/{file}/password",
                "GET /api/quarantine", "POST /api/quarantine/retry", "GET /api/quarantine/retries/{id}",
                "POST /api/materials/{id}/submit",
                "POST /api/materials/{id}/return", "POST /api/materials/{id}/publish",
                "POST /api/materials/{id}/withdraw", "GET /api/search", "GET /api/suggestions", "POST /api/answers",
                "GET /api/index", "POST /api/index/rebuild", "POST /api/batches", "GET /api/batches",
                "POST /api/batches/folder", "GET /api/batches/template", "GET /api/batches/{id}",
                "DELETE /api/batches/{id}",
                "GET /api/batches/{id}/rows", "GET /api/batches/{id}/files", "POST /api/batches/{id}/start",
                "POST /api/batches/{id}/pause", "POST /api/batches/{id}/resume", "POST /api/batches/{id}/cancel");
        assertThat(description.get("servers").get(0).get("url").asString()).isEqualTo("/");
        assertThat(description.get("components").get("securitySchemes").get("token").get("scheme").asString())
                .isEqualTo("bearer");
    }

    @Test
    void describesEveryRefusalAsAProblem() {
        JsonNode description = visitor.get("/v3/api-docs").expect(200).json();

        JsonNode responses = description.get("paths").get("/api/materials").get("post").get("responses");
        assertThat(responses.propertyNames()).containsExactlyInAnyOrder("201", "400", "401", "403", "413", "415",
                "422");
        assertThat(responses.get("413").get("content").get("application/problem+json").get("schema").get("$ref")
                .asString()).isEqualTo("#/components/schemas/Problem");
        assertThat(description.get("components").get("schemas").propertyNames()).contains("Problem", "Material",
                "Metadata", "File", "SearchResult", "Hit", "Token");
    }

    @Test
    void describesEveryFilterWithItsConcepts() {
        JsonNode parameters = visitor.get("/v3/api-docs").expect(200).json().get("paths").get("/api/search").get("get")
                .get("parameters");

        List<String> names = parameters.valueStream().map(one -> one.get("name").asString()).toList();
        for (Scheme scheme : Scheme.values()) {
            assertThat(names).contains(scheme.id());
        }
        assertThat(names).contains("q", "year", "from", "to", "evaluated", "files", "reusable", "words-only", "page",
                "size", "sort").doesNotHaveDuplicates();
        assertThat(parameters.toString()).contains("prison-and-probation");
    }

    @Test
    void showsItsPageWithoutAForeignHost() {
        String page = visitor.get("/swagger-ui/index.html").expect(200).response().body();
        String start = visitor.get("/swagger-ui/swagger-initializer.js").expect(200).response().body();
        JsonNode config = visitor.get("/v3/api-docs/swagger-config").expect(200).json();

        assertThat(visitor.get("/swagger-ui.html").response().headers().firstValue("Location").orElse(""))
                .endsWith("/swagger-ui/index.html");
        assertThat(FOREIGN.matcher(page).find()).isFalse();
        assertThat(start).contains("/v3/api-docs/swagger-config").doesNotContain("petstore");
        assertThat(config.path("validatorUrl").asString("")).isIn("", "none");
    }

    @Test
    void makesATokenForAPasswordAndShowsItOnce() {
        RestClient admin = RestClient.asAdmin(visitor.port());

        admin.get("/api/materials/nothing-here").expect(404);
        visitor.post("/api/tokens", "{\"name\": \"x\"}").expect(401);
        assertThat(visitor.post("/api/tokens", "{\"name\": \"x\"}", "Authorization", basic("wrong")).expect(401)
                .response().headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
        visitor.post("/api/tokens", "{}", "Authorization", basic(TestSurroundings.PASSWORD)).expect(400);
        visitor.post("/api/tokens", "{\"naem\": \"x\"}", "Authorization", basic(TestSurroundings.PASSWORD)).expect(400);
    }

    private static String basic(String password) {
        return "Basic " + java.util.Base64.getEncoder().encodeToString(("admin:" + password).getBytes());
    }
}
