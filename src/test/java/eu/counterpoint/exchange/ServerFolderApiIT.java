package eu.counterpoint.exchange;

import static eu.counterpoint.exchange.BatchSender.PATIENCE;
import static eu.counterpoint.exchange.BatchSender.counts;
import static eu.counterpoint.exchange.BatchSender.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.Role;
import eu.counterpoint.testing.WithOfferedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** A folder of the server, sent over REST and received by a job. */
@Tag("once")
@WithOfferedFolder
class ServerFolderApiIT {

    @Autowired
    private ApplicationContext application;

    private BatchSender sender;

    @BeforeEach
    void someFolders() throws IOException {
        sender = new BatchSender(Caller.another(Role.ADMINISTRATOR, application));
        FileSystemUtils.deleteRecursively(Path.of(WithOfferedFolder.FOLDER));
        file("papers/a.txt", "What they did.");
        file("papers/2019/b.txt", "What they did before.");
        file("papers/run.exe", "MZ\0 a program");
        file("described/c.txt", "What they did then.");
        file("described/manifest.csv", "key,title,files\n1,With a title,c.txt\n");
        file("wrong/manifest.csv", "key,titel\n1,Wrong\n");
        Files.createDirectories(Path.of(WithOfferedFolder.FOLDER, "empty"));
    }

    @Test
    void isAnsweredAtOnceAndLookedAtWhenAllOfItHasCome() {
        JsonNode sent = send("papers");
        assertThat(sent.get("state").asString()).isEqualTo("open");
        assertThat(sent.get("name").asString()).isEqualTo("papers");
        JsonNode checked = whenChecked(sent);
        assertThat(counts(checked)).isEqualTo("create 2, update 0, skip 0, faulty 1");
        assertThat(checked.get("received").asInt()).isEqualTo(3);
        sender.start(checked);
        assertThat(sender.whenDone(checked).at("/files/done").asInt()).isEqualTo(2);

        JsonNode described = whenChecked(send("described"));
        assertThat(sender.row(described, 2).get("title").asString()).isEqualTo("With a title");
        assertThat(counts(described)).isEqualTo("create 1, update 0, skip 0, faulty 0");
    }

    @Test
    void saysWhyItCannotBeTaken() {
        for (String[] wrong : new String[][]{{"empty", "Nothing was sent."}, {"wrong", "Perhaps title is meant."}}) {
            JsonNode sent = send(wrong[0]);
            JsonNode refused = await().atMost(PATIENCE).until(() -> sender.read(sent),
                    now -> !now.get("problem").isNull());
            assertThat(refused.get("problem").asString()).as(wrong[0]).contains(wrong[1]);
            assertThat(refused.get("state").asString()).isEqualTo("open");
            sender.caller().post(path(sent) + "/start", "{}").expect(409);
            sender.caller().delete(path(sent)).expect(204);
        }
        assertThat(sender.caller().post("/api/batches/folder", "{\"folder\": \"nowhere\"}").expect(400).json()
                .get("detail").asString()).contains("There is no folder “nowhere”");
        Caller.another(Role.EDITOR, application).post("/api/batches/folder", "{}").expect(403);
    }

    @Test
    void isTakenOnceHoweverOftenItComesUnderTheSameKey() {
        Caller caller = sender.caller();
        String[] key = {"Idempotency-Key", "folder-" + UUID.randomUUID()};
        String papers = "{\"folder\": \"papers\"}";
        int before = count();
        JsonNode first = caller.post("/api/batches/folder", papers, key).expect(201).json();
        whenChecked(first);
        var again = caller.post("/api/batches/folder", papers, key).expect(201);
        assertThat(again.json()).isEqualTo(first);
        assertThat(again.response().headers().firstValue("Location")).contains(path(first));
        caller.post("/api/batches/folder", "{\"folder\": \"described\"}", key).expect(422);
        caller.post("/api/batches/folder", "{\"folder\": \"papers\", \"publish\": true}", key).expect(422);
        assertThat(count()).as("nothing is left of what came again").isEqualTo(before + 1);

        String[] other = {"Idempotency-Key", "nowhere-" + UUID.randomUUID()};
        caller.post("/api/batches/folder", "{\"folder\": \"nowhere\"}", other).expect(400);
        whenChecked(caller.post("/api/batches/folder", papers, other).expect(201).json());
        assertThat(count()).as("what was refused took no key").isEqualTo(before + 2);
        caller.post("/api/batches/folder", papers, "Idempotency-Key", "not a key").expect(400);
    }

    private int count() {
        return sender.caller().get("/api/batches").expect(200).json().get("total").asInt();
    }

    private JsonNode send(String folder) {
        return sender.caller().post("/api/batches/folder", "{\"folder\": \"" + folder + "\"}").expect(201).json();
    }

    private JsonNode whenChecked(JsonNode sent) {
        return await().atMost(PATIENCE).until(() -> sender.read(sent),
                now -> now.get("state").asString().equals("checked"));
    }

    private static void file(String name, String content) throws IOException {
        Path file = Path.of(WithOfferedFolder.FOLDER, name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
