package eu.counterpoint.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.testing.MortalApplication;
import eu.counterpoint.testing.RestClient;
import eu.counterpoint.testing.WithMortalApplication;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A {@code kill -9} in the middle of a rebuild. {@code mvn -B test -Dtest=RebuildKillIT -Dmaterials=100000} does the same
 * with a large library.
 */
@Tag("once")
@WithMortalApplication
class RebuildKillIT {

    private static final int MATERIALS = Integer.getInteger("materials", 500);
    private static final Duration PATIENCE = Duration.ofHours(1);

    @TempDir
    private Path folder;

    @Test
    void leavesTheOldIndexInUseAndBeginsAgainWithTheNextStart(MortalApplication application) throws Exception {
        RestClient admin = RestClient.asAdmin(application::uri);
        fillTheLibrary(admin);
        await().atMost(PATIENCE).until(() -> found(admin) == MATERIALS && !rebuild(admin).get("running").asBoolean());
        admin.post("/api/index/rebuild", "").expect(202);
        await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20))
                .until(() -> rebuild(admin).get("percent").asInt() >= 20);
        application.kill();

        application.startAgain();
        JsonNode now = rebuild(admin);
        assertThat(now.get("running").asBoolean()).isTrue();
        long searches = 0;
        while (now.get("running").asBoolean()) {
            assertThat(found(admin)).isEqualTo(MATERIALS);
            searches++;
            now = rebuild(admin);
        }
        assertThat(searches).isPositive();
        assertThat(now.get("stage").asString()).isEqualTo("done");
        assertThat(found(admin)).isEqualTo(MATERIALS);
        System.out.printf("Killed in the middle of rebuilding %d materials: %d searches were answered from the old "
                + "index until the new one was there%n", MATERIALS, searches);
    }

    private void fillTheLibrary(RestClient admin) throws Exception {
        StringBuilder table = new StringBuilder("key,title,summary\n");
        for (int i = 0; i < MATERIALS; i++) {
            table.append("rebuilt-").append(i).append(",Rebuiltrecord ").append(i)
                    .append(",It is there before and after.\n");
        }
        Path file = folder.resolve("records.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("manifest.csv"));
            zip.write(table.toString().getBytes(StandardCharsets.UTF_8));
        }
        JsonNode sent = admin.upload("/api/batches?publish=true", null, List.of(file)).expect(201).json();
        String batch = "/api/batches/" + sent.get("id").asString();
        admin.post(batch + "/start", "{}").expect(200);
        await().atMost(PATIENCE)
                .until(() -> admin.get(batch).expect(200).json().get("state").asString().equals("done"));
    }

    private static JsonNode rebuild(RestClient admin) {
        return admin.get("/api/index").expect(200).json().get("rebuild");
    }

    private static long found(RestClient admin) {
        return admin.get("/api/search?q=rebuiltrecord").expect(200).json().get("total").asLong();
    }
}
