package eu.counterpoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.account.Role;
import eu.counterpoint.testing.WholeApplication;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@WholeApplication
class IndexApiIT {

    @Autowired
    private ApplicationContext application;

    @Test
    void anAdministratorRebuildsTheIndexWithOneRequest() {
        Caller admin = Caller.with(Role.ADMINISTRATOR, application);
        awaitTheEnd(admin);

        var begun = admin.post("/api/index/rebuild", "").expect(202);
        assertThat(begun.response().headers().firstValue("Location")).contains("/api/index");
        assertThat(begun.json().get("rebuild").get("running").asBoolean()).isTrue();
        assertThat(admin.post("/api/index/rebuild", "").expect(409).json().get("detail").asString())
                .isEqualTo("The index is being rebuilt already. GET /api/index tells how far it is.");

        JsonNode index = awaitTheEnd(admin);
        assertThat(index.get("available").asBoolean()).isTrue();
        assertThat(index.get("current").asBoolean()).isTrue();
        JsonNode rebuild = index.get("rebuild");
        assertThat(rebuild.get("stage").asString()).isEqualTo("done");
        assertThat(rebuild.get("reason").asString()).isEqualTo("asked");
        assertThat(rebuild.get("percent").asInt()).isEqualTo(100);
        assertThat(rebuild.get("rebuiltAt").asString()).isEqualTo(rebuild.get("finishedAt").asString());
        assertThat(rebuild.get("problem").isNull()).isTrue();
    }

    @Test
    void nobodyElseDoes() {
        Caller visitor = Caller.visitor(application);
        visitor.get("/api/index").expect(401);
        visitor.post("/api/index/rebuild", "").expect(401);
        Caller editor = Caller.with(Role.EDITOR, application);
        assertThat(editor.get("/api/index").expect(403).json().get("detail").asString())
                .isEqualTo("Only administrators may do this.");
        editor.post("/api/index/rebuild", "").expect(403);
    }

    private static JsonNode awaitTheEnd(Caller admin) {
        return Awaitility.await().atMost(Duration.ofSeconds(120)).until(
                () -> admin.get("/api/index").expect(200).json(),
                index -> !index.get("rebuild").get("running").asBoolean());
    }
}
