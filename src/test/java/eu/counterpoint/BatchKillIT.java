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
import java.util.stream.IntStream;
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

    private static final int ROWS = 3_000;
    private static final int FILES = 60;
    private static final int FAULTY = 40;
    /** The headings are row 1. */
    private static final int FIRST_ROW = 2;
    private static final int IN_THE_FOLDER = 1_200;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void importsEveryRowOnceWhateverHappensMeanwhile(MortalApplication application) throws Exception {
        RestClient admin = RestClient.asAdmin(application::uri);
        JsonNode sent = admin.upload("/api/batches?publish=true", null, List.of(archive("never"))).expect(201).json();
        assertThat(sent.at("/rows/create").asInt()).isEqualTo(ROWS - FAULTY);
        assertThat(sent.at("/rows/faulty").asInt()).isEqualTo(FAULTY);
        String batch = "/api/batches/" + sent.get("id").asString();
        assertTellsEveryFault(admin.get(batch + "/rows?plan=faulty").expect(200).json());
        admin.post(batch + "/start", "{}").expect(200);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20))
                .until(() -> admin.get(batch).expect(200).json().at("/rows/done").asInt() > ROWS / 3);
        application.kill();

        application.startAgain();
        assertThat(admin.get(batch).expect(200).json().at("/rows/waiting").asInt()).as("left by the kill")
                .isPositive();
        assertImports(admin, batch, ROWS - FAULTY);
        awaitFound(admin, ROWS - FAULTY);

        JsonNode corrected = admin.upload("/api/batches?publish=true", null, List.of(archive("2019"))).expect(201)
                .json();
        assertThat(corrected.at("/rows/create").asInt()).as("what was wrong").isEqualTo(FAULTY);
        assertThat(corrected.at("/rows/skip").asInt()).as("what is there").isEqualTo(ROWS - FAULTY);
        assertThat(corrected.at("/rows/update").asInt() + corrected.at("/rows/faulty").asInt()).isZero();
        String correction = "/api/batches/" + corrected.get("id").asString();
        admin.post(correction + "/start", "{}").expect(200);
        assertImports(admin, correction, FAULTY);
        awaitFound(admin, ROWS);
        assertThat(admin.found("recordofabatch")).hasSize(ROWS).doesNotHaveDuplicates();

        JsonNode again = admin.upload("/api/batches?publish=true", null, List.of(archive("2019"))).expect(201).json();
        assertThat(again.at("/rows/skip").asInt()).as("there is nothing left to do").isEqualTo(ROWS);
    }

    private static void assertTellsEveryFault(JsonNode faulty) {
        assertThat(faulty.get("rows").valueStream().map(row -> row.get("row").asInt())).containsExactlyElementsOf(
                IntStream.range(0, ROWS).filter(BatchKillIT::isFaulty).map(i -> i + FIRST_ROW).boxed().toList());
        assertThat(faulty.get("rows").valueStream()).allSatisfy(row -> {
            assertThat(row.get("faults").valueStream()).singleElement().satisfies(fault -> {
                assertThat(fault.get("column").asString()).isEqualTo("year");
                assertThat(fault.get("detail").asString()).contains("never");
            });
        });
    }

    /** @param rows of the batch that become materials, all of them */
    private static void assertImports(RestClient admin, String batch, int rows) {
        JsonNode done = await().atMost(PATIENCE).until(() -> admin.get(batch).expect(200).json(),
                now -> now.get("state").asString().equals("done"));
        assertThat(done.at("/rows/create").asInt()).isEqualTo(rows);
        assertThat(done.at("/rows/failed").asInt()).isZero();
        assertThat(done.at("/rows/waiting").asInt()).isZero();
        assertThat(done.at("/files/done").asInt()).isEqualTo(done.at("/files/total").asInt());
    }

    private static void awaitFound(RestClient admin, int records) {
        // What the index has been given is seen with its next refresh.
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofSeconds(1)).untilAsserted(
                () -> assertThat(admin.get("/api/search?q=recordofabatch").expect(200).json().get("total").asInt())
                        .isEqualTo(records));
        assertThat(admin.get("/api/search?q=batchword").expect(200).json().get("total").asInt()).isEqualTo(FILES);
    }

    private static boolean isFaulty(int record) {
        return record % (ROWS / FAULTY) == ROWS / FAULTY - 1;
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
        assertThat(admin.get(batch).expect(200).json().get("received").asInt()).as("before the kill")
                .isLessThan(IN_THE_FOLDER);
        application.kill();

        application.startAgain();
        JsonNode checked = await().atMost(PATIENCE).until(() -> admin.get(batch).expect(200).json(),
                now -> now.get("state").asString().equals("checked"));
        assertThat(checked.get("received").asInt()).isEqualTo(IN_THE_FOLDER);
        assertThat(checked.at("/rows/create").asInt()).isEqualTo(IN_THE_FOLDER);
        assertThat(checked.get("name").asString()).isEqualTo("papers");
    }

    /**
     * A table of records, some of which have a file, and the files.
     *
     * @param year of the records with something wrong, until it is corrected
     */
    private Path archive(String year) throws Exception {
        Path archive = folder.resolve("records-" + year + ".zip");
        StringBuilder table = new StringBuilder("key,title,year,files\n");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (int i = 0; i < ROWS; i++) {
                boolean withFile = i % (ROWS / FILES) == 0;
                table.append("record-").append(i).append(",Recordofabatch ").append(i).append(',')
                        .append(isFaulty(i) ? year : "2019").append(',')
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
