package eu.counterpoint.exchange;

import static eu.counterpoint.exchange.BatchSender.counts;
import static eu.counterpoint.exchange.BatchSender.table;
import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.exchange.Caller.Form;
import eu.counterpoint.testing.Pdfs;
import eu.counterpoint.testing.WholeApplication;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people did with materials of a batch since it was sent stays when it is sent again. */
@WholeApplication
class BatchSentAgainIT extends SendingBatches {

    private static final String SECRET = "open sesame 42";

    @Test
    void bringsBackNoFileThatAPersonHasReplacedOrRemoved() {
        byte[] locked = Pdfs.locked("Behind the lock.", SECRET);
        String table = """
                key,title,files
                a,With a locked file,locked.pdf
                b,With a file too many,needed.txt|unneeded.txt
                """;
        JsonNode first = sender.send("/api/batches", table("t.csv", table).file("locked.pdf", locked)
                .file("needed.txt", "What is needed.").file("unneeded.txt", "What is not needed."));
        sender.start(first);
        sender.whenDone(first);
        replace(file(first, 2, 0), "readable.pdf", Pdfs.saying("Behind no lock."));
        sender.caller().delete(file(first, 3, 1)).expect(204);

        JsonNode again = sender.send("/api/batches", table("t.csv", table).file("locked.pdf", locked)
                .file("needed.txt", "What is needed.").file("unneeded.txt", "What is not needed."));
        assertThat(counts(again)).isEqualTo("create 0, update 0, skip 2, faulty 0");

        JsonNode corrected = sender.send("/api/batches",
                table("t.csv", table.replace("With a", "Now with a")).file("locked.pdf", locked));
        assertThat(counts(corrected)).as("files that came once need not come again")
                .isEqualTo("create 0, update 2, skip 0, faulty 0");
        sender.start(corrected);
        sender.whenDone(corrected);
        assertThat(sender.material(corrected, 2).get("title").asString()).isEqualTo("Now with a locked file");
        assertThat(names(sender.material(corrected, 2))).containsExactly("readable.pdf");
        assertThat(names(sender.material(corrected, 3))).containsExactly("needed.txt");

        JsonNode more = sender.send("/api/batches",
                table("t.csv", table.replace("locked.pdf", "locked.pdf|new.txt")).file("new.txt", "Something new."));
        assertThat(counts(more)).isEqualTo("create 0, update 2, skip 0, faulty 0");
        sender.start(more);
        sender.whenDone(more);
        assertThat(names(sender.material(more, 2))).containsExactly("readable.pdf", "new.txt");
    }

    @Test
    void takesAKeyAsLongAsItIsPromised() {
        String key = "k".repeat(200);
        String table = "key,title\n" + key + ",A long key\n" + key + "k,A longer one\n";
        JsonNode batch = sender.send("/api/batches", table("t.csv", table));
        assertThat(counts(batch)).isEqualTo("create 1, update 0, skip 0, faulty 1");
        assertThat(sender.said(batch, 3)).isEqualTo("A key has at most 200 characters.");
        sender.start(batch);
        sender.whenDone(batch);
        assertThat(counts(sender.send("/api/batches", table("t.csv", table))))
                .isEqualTo("create 0, update 0, skip 1, faulty 1");
    }

    @Test
    void isKeptOnceHoweverOftenItComesUnderTheSameKey() {
        Caller caller = sender.caller();
        String[] key = {"Idempotency-Key", "batch-" + UUID.randomUUID()};
        String table = "key,title,files\n1,Once,a.txt\n";
        Form form = table("t.csv", table).file("a.txt", "What they did.");
        JsonNode first = caller.post("/api/batches", form, key).expect(201).json();
        JsonNode again = caller.post("/api/batches", form, key).expect(201).json();
        assertThat(again).isEqualTo(first);
        caller.post("/api/batches", table("t.csv", table).file("a.txt", "Something else."), key).expect(422);
        assertThat(caller.get("/api/batches").expect(200).json().get("total").asInt()).isOne();

        caller.post("/api/batches", table("t.csv", "key,titel\n1,Wrong\n"), "Idempotency-Key", "wrong").expect(400);
        caller.post("/api/batches", form, "Idempotency-Key", "wrong").expect(201);
        assertThat(caller.get("/api/batches").expect(200).json().get("total").asInt()).isEqualTo(2);
    }

    private String file(JsonNode batch, int row, int number) {
        JsonNode record = sender.material(batch, row);
        return "/api/materials/" + record.get("id").asString() + "/files/"
                + record.get("files").get(number).get("id").asString();
    }

    private void replace(String file, String name, byte[] content) {
        Caller caller = sender.caller();
        caller.send(caller.request(file).header("Content-Type", Form.TYPE)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(new Form().file(name, content).whole()))).expect(200);
    }

    private static List<String> names(JsonNode record) {
        return record.get("files").valueStream().map(file -> file.get("name").asString()).toList();
    }
}
