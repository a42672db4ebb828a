package eu.counterpoint.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.Counterpoint;
import eu.counterpoint.testing.RestClient;
import eu.counterpoint.testing.RunningApplication;
import eu.counterpoint.testing.TestSurroundings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import tools.jackson.databind.JsonNode;

/**
 * A {@code kill -9} in the middle of a rebuild. {@code mvn -B test -Dtest=RebuildKillIT -Dmaterials=100000} does the same
 * with a large library.
 */
@Tag("once")
class RebuildKillIT {

    private static final String WORDS_ALONE = "--counterpoint.meaning.enabled=false";
    private static final int MATERIALS = Integer.getInteger("materials", 500);
    private static final Duration PATIENCE = Duration.ofHours(1);

    @Test
    void leavesTheOldIndexInUseAndBeginsAgainWithTheNextStart() throws Exception {
        Path home = TestSurroundings.emptyHome("killed-");
        makeLibrary(home);
        long visible;
        try (RunningApplication application = RunningApplication.startBriefly(home, WORDS_ALONE)) {
            RestClient admin = RestClient.asAdmin(application::uri);
            // There was no index yet: the first one is made by itself.
            JsonNode first = awaitTheEnd(admin);
            assertThat(first.get("records").asLong()).isEqualTo(MATERIALS);
            assertThat(first.get("rebuild").get("reason").asString()).isEqualTo("lost");
            visible = total(admin);
            admin.post("/api/index/rebuild", "").expect(202);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20))
                    .until(() -> rebuild(admin).get("percent").asInt() >= 20);
            application.kill();
        }
        try (RunningApplication application = RunningApplication.startBriefly(home, WORDS_ALONE)) {
            RestClient admin = RestClient.asAdmin(application::uri);
            assertThat(rebuild(admin).get("running").asBoolean()).isTrue();
            long searches = 0;
            JsonNode now = rebuild(admin);
            while (now.get("running").asBoolean()) {
                assertThat(total(admin)).isEqualTo(visible);
                searches++;
                now = rebuild(admin);
            }
            assertThat(searches).isPositive();
            assertThat(now.get("stage").asString()).isEqualTo("done");
            assertThat(total(admin)).isEqualTo(visible);
            assertThat(admin.get("/api/index").json().get("records").asLong()).isEqualTo(MATERIALS);
            System.out.printf("Killed in the middle of rebuilding %d materials: %d searches were answered from the old "
                    + "index until the new one was there%n", MATERIALS, searches);
        }
    }

    /** In this process, with everything but an index. */
    private static void makeLibrary(Path home) throws Exception {
        try (var application = new SpringApplicationBuilder(Counterpoint.class).run("--counterpoint.home=" + home,
                "--server.port=0", "--counterpoint.starter-collection=false", WORDS_ALONE,
                "--counterpoint.account.admin-password=" + TestSurroundings.PASSWORD)) {
            new MadeLibrary(application, SourceWords.asAsked(), .5).make(0, MATERIALS);
        }
    }

    private static JsonNode awaitTheEnd(RestClient admin) {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(
                () -> admin.get("/api/index").expect(200).json(),
                index -> index.get("records").asLong() > 0
                        && index.get("rebuild").get("stage").asString().equals("done"));
    }

    private static JsonNode rebuild(RestClient admin) {
        return admin.get("/api/index").expect(200).json().get("rebuild");
    }

    private static long total(RestClient admin) {
        return admin.get("/api/search?q=").expect(200).json().get("total").asLong();
    }
}
