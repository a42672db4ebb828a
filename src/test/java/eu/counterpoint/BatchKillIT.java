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

/** A process killed in the middle of an import goes on by itself when it is back, and ends as if nothing had happened. */
@Tag("once")
@WithMortalApplication
class BatchKillIT {

    private static final int ROWS = 600;
    private static final int FILES = 60;
    private static final int FAULTY = 20;
    private static final int IN_THE_FOLDER = 3_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void importsEveryRowOnceWhateverHappensMeanwhile(MortalApplication application) throws Exception {
        Path archive = archive();
        RestClient admin = RestClient.asAdmin(application::uri);
        JsonNode sent = admin.upload("/api/batches?publish=true", null, List.of(archive)).expect(201).json();
        assertThat(sent.at("/rows/create").asInt()).isEqualTo(ROWS - FAULTY);
        assertThat(sent.at("/rows/faulty").asInt()).isEqualTo(FAULTY);
        String batch = "/api/batches/" + sent.get("id").asString();
        admin.post(batch + "/start", "{}").expect(200);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20))
                .until(() -> admin.get(batch).expect(200).json().at("/rows/done").asInt() > FILES / 2);
        application.kill();

        application.startAgain();
        assertThat(admin.get(batch).expect(200).json().at("/rows/waiting").asInt()).as("left by the kill")
                .isPositive();
        JsonNode done = await().atMost(PATIENCE).until(() -> admin.get(batch).expect(200).json(),
                now -> now.get("state").asString().equals("done"));
        assertThat(done.at("/rows/done").asInt()).isEqualTo(ROWS - FAULTY);
        assertThat(done.at("/rows/failed").asInt()).isZero();
        assertThat(done.at("/files/done").asInt()).isEqualTo(FILES);
        // What the index has been given is seen with its next refresh.
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(admin.found("recordofabatch")).hasSize(ROWS - FAULTY).doesNotHaveDuplicates());
        assertThat(admin.get("/api/search?q=batchword").expect(200).json().get("total").asInt()).isEqualTo(FILES);

        JsonNode again = admin.upload("/api/batches?publish=true", null, List.of(archive)).expect(201).json();
        assertThat(again.at("/rows/skip").asInt()).as("there is nothing left to do").isEqualTo(ROWS - FAULTY);
        assertThat(again.at("/rows/create").asInt() + again.at("/rows/update").asInt()).isZero();
    }

    @Test
    void receivesEveryFileOfAFolderOfTheServerOnceWhateverHappensMeanwhile(MortalApplication application)
            throws Exception {
        Path offered = Files.createDirectories(application.offered().resolve("papers"));
        for (int i = 0; i < IN_THE_FOLDER; i++) {
            Files.writeString(offered.resolve("paper-" + i + ".txt"), "What paper " + i + " says.");
        }
        RestClient admin = RestClient.asAdmin(application::uri);
        JsonNode sent = admin.post("/api/batches/folder", "{\"folder\": \"papers\"}").expect(201).json();
        assertThat(sent.get("state").asString()).as("it is received after the answer").isEqualTo("open");
        String batch = "/api/batches/" + sent.get("id").asString();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20))
                .until(() -> admin.get(batch).expect(200).json().get("received").asInt() > IN_THE_FOLDER / 20);
        application.kill();

        application.startAgain();
        JsonNode checked = await().atMost(PATIENCE).until(() -> admin.get(batch).expect(200).json(),
                now -> now.get("state").asString().equals("checked"));
        assertThat(checked.get("received").asInt()).isEqualTo(IN_THE_FOLDER);
        assertThat(checked.at("/rows/create").asInt()).isEqualTo(IN_THE_FOLDER);
        assertThat(checked.get("name").asString()).isEqualTo("papers");
    }

    /** A table of records, the first of which have a file, and the files. */
    private Path archive() throws Exception {
        Path archive = folder.resolve("records.zip");
        StringBuilder table = new StringBuilder("key,title,year,files\n");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (int i = 0; i < ROWS; i++) {
                boolean withFile = i < FILES;
                table.append("record-").append(i).append(",Recordofabatch ").append(i).append(',')
                        .append(i >= ROWS - FAULTY ? "never" : "2019").append(',')
                        .append(withFile ? "text-" + i + ".txt" : "").append('\n');
                if (withFile) {
                    zip.putNextEntry(new ZipEntry("text-" + i + ".txt"));
                    zip.write(("This is text " + i + " with the batchword.").getBytes(StandardCharsets.UTF_8));
                }
            }
            zip.putNextEntry(new ZipEntry("manifest.csv"));
            zip.write(table.toString().getBytes(StandardCharsets.UTF_8));
        }
        return archive;
    }
}
