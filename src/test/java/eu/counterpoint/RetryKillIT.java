package eu.counterpoint;

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

/** A retry of all files of a batch with a reason goes on after the process was killed, with these files and no others. */
@Tag("once")
@WithMortalApplication
class RetryKillIT {

    private static final int FILES = 150;
    private static final String QUARANTINE = "/api/quarantine";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    @Test
    void goesOnWithWhatWasChosen(MortalApplication application) throws Exception {
        RestClient client = RestClient.asAdmin(application::uri);
        Path blank = Files.writeString(folder.resolve("alone.txt"), "\n");
        String alone = client.upload("/api/materials", null, List.of(blank)).expect(201).json().get("id").asString();
        String batch = client.upload("/api/batches", null, List.of(archive())).expect(201).json().get("id")
                .asString();
        client.post("/api/batches/" + batch + "/start", "").expect(200);
        await().atMost(PATIENCE).until(
                () -> client.get("/api/batches/" + batch).expect(200).json().get("state").asString(), "done"::equals);
        await().atMost(PATIENCE).until(() -> quarantined(client, batch) == FILES);
        await().atMost(PATIENCE).until(() -> client.get("/api/materials/" + alone).expect(200).json()
                .at("/files/0/outcome").asString(), "empty"::equals);
        long version = version(client, alone);

        String retry = QUARANTINE + "/retries/" + client
                .post(QUARANTINE + "/retry", "{\"reason\": \"no-text\", \"batch\": \"" + batch + "\"}").expect(202)
                .json().get("id").asString();
        application.kill();
        application.startAgain();

        JsonNode done = await().atMost(PATIENCE).until(() -> client.get(retry).expect(200).json(),
                state -> !state.get("running").asBoolean());
        assertThat(done.get("reason").asString()).isEqualTo("no-text");
        assertThat(done.get("batch").asString()).isEqualTo(batch);
        assertThat(done.get("total").asInt()).isEqualTo(FILES);
        assertThat(done.get("read").asInt()).isEqualTo(FILES);
        assertThat(quarantined(client, batch)).isEqualTo(FILES);
        assertThat(version(client, alone)).as("a file that came by itself").isEqualTo(version);
    }

    private static int quarantined(RestClient client, String batch) {
        return client.get(QUARANTINE + "?batch=" + batch).expect(200).json().get("total").asInt();
    }

    private static long version(RestClient client, String id) {
        return client.get("/api/materials/" + id).expect(200).json().get("version").asLong();
    }

    private Path archive() throws Exception {
        Path archive = folder.resolve("blank.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (int i = 0; i < FILES; i++) {
                zip.putNextEntry(new ZipEntry("blank-" + i + ".txt"));
                zip.write(" ".repeat(i + 1).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return archive;
    }
}
