package eu.counterpoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.Role;
import eu.counterpoint.exchange.Caller.Form;
import eu.counterpoint.file.FileStore;
import eu.counterpoint.file.Sha256;
import eu.counterpoint.testing.Pdfs;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.testing.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Files that did not become fully searchable, over REST: each way to put one right. */
@WholeApplication
class QuarantineApiIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String QUARANTINE = "/api/quarantine";
    private static final String COMPLETE = """
            {"title": "In the quarantine", "summary": "What they did.", "kind": "case-study",
             "themes": ["prison-and-probation"], "audiences": ["girls-and-women"]}""";

    @Autowired
    private ApplicationContext application;
    @Autowired
    private JdbcClient database;
    @TempDir
    private Path folder;

    private Caller contributor;
    private Caller editor;
    private Caller visitor;
    /** A word that no other file has. */
    private final String word = "q" + Words.unique();

    @BeforeEach
    void people() {
        contributor = Caller.another(Role.CONTRIBUTOR, application);
        editor = Caller.with(Role.EDITOR, application);
        visitor = Caller.visitor(application);
    }

    @Test
    void listsWhyAFileIsNotSearchableAndWhatToDo() {
        String id = send("scan.pdf", Pdfs.scanned());
        send("broken.pdf", Pdfs.broken());
        send("well.txt", "All is well.".getBytes());

        JsonNode page = contributor.get(QUARANTINE).expect(200).json();
        assertThat(page.get("total").asLong()).isEqualTo(2);
        assertThat(page.get("counts").get("empty").asLong()).isEqualTo(1);
        assertThat(page.get("counts").get("unreadable").asLong()).isEqualTo(1);
        JsonNode scan = contributor.get(QUARANTINE + "?outcome=empty").expect(200).json().get("files").get(0);
        assertThat(scan.get("material").asString()).isEqualTo(id);
        assertThat(scan.get("file").get("reason").asString()).contains("pictures of pages");
        assertThat(scan.get("advice").asString()).contains("OCR");
        assertThat(contributor.get(QUARANTINE + "?outcome=crashed").expect(200).json().get("total").asLong()).isZero();
        assertThat(contributor.get(QUARANTINE + "?size=1&page=1").expect(200).json().get("files").size()).isEqualTo(1);
        assertThat(editor.get(QUARANTINE + "?size=100").expect(200).response().body()).contains(id);
        assertThat(Caller.another(Role.CONTRIBUTOR, application).get(QUARANTINE).expect(200).response().body())
                .as("nothing of anybody else").doesNotContain(id).contains("\"total\":0", "\"counts\":{}");
        visitor.get(QUARANTINE).expect(401);
        for (String odd : List.of("?outcome=lost", "?outcome=extracted", "?page=-1", "?size=0", "?size=101",
                "?accepted=maybe", "?reason=lost", "?reason=of.empty", "?batch=no%20batch", "?batch=%00")) {
            assertThat(contributor.get(QUARANTINE + odd).expect(400).json().get("detail").asString()).as(odd)
                    .isNotBlank();
        }
    }

    @Test
    void findsThePublishedWordsOfAFileThatIsReadableAtLast() {
        String id = publish("late.misbehaving", breaksOffTwice("Before the end.", "After it " + word + "."));
        String file = file(id);
        assertThat(outcome(id)).isEqualTo("crashed");
        assertThat(found(word)).isZero();

        contributor.post(file + "/retry", "").expect(403);
        editor.post(file + "/retry", "").expect(200);

        assertThat(editor.whenRead(id).get("files").get(0).get("outcome").asString()).isEqualTo("extracted");
        await().atMost(PATIENCE).until(() -> found(word) == 1);
        assertThat(visitor.get(file + "/text").expect(200).response().body()).contains("Before the end.", word);
        assertThat(editor.get(QUARANTINE + "?size=100").expect(200).response().body()).doesNotContain(id);
    }

    @Test
    void saysWhenTheOriginalIsNotInTheStore(@Autowired FileStore store) throws IOException {
        String id = send("restored.txt", (" ".repeat(100) + "\n").getBytes());
        JsonNode file = contributor.get("/api/materials/" + id).json().get("files").get(0);
        assertThat(file.get("outcome").asString()).isEqualTo("empty");
        Files.delete(store.path(new Sha256(file.get("sha256").asString())));

        contributor.post(file(id) + "/retry", "").expect(200);

        file = contributor.whenRead(id).get("files").get(0);
        assertThat(file.get("outcome").asString()).isEqualTo("unreadable");
        assertThat(file.get("reason").asString()).contains("not in the library’s store");
    }

    @Test
    void readsAFileOnceThatTwoPeopleAskForAtTheSameTime() throws Exception {
        String id = send("twice.misbehaving", breaksOffTwice("Before.", "After.").getBytes());
        String number = contributor.get("/api/materials/" + id).json().get("files").get(0).get("id").asString();
        Callable<Integer> ask = () -> contributor.post(QUARANTINE + "/retry", "{\"files\": [\"" + number + "\"]}")
                .expect(200).json().get("retried").asInt();

        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            int retried = 0;
            for (Future<Integer> one : people.invokeAll(List.of(ask, ask, ask, ask))) {
                retried += one.get();
            }
            assertThat(retried).isEqualTo(1);
        }
        assertThat(contributor.whenRead(id).get("files").get(0).get("outcome").asString()).isEqualTo("extracted");
    }

    @Test
    void readsAllOfAReasonAgainAndTellsHowFarItIs() {
        int many = 60;
        Form form = new Form();
        for (int i = 0; i < many; i++) {
            form.file("nothing-" + i + ".txt", "");
        }
        String id = contributor.post("/api/materials", form).expect(201).json().get("id").asString();
        contributor.whenRead(id);
        String others = send("nothing.txt", new byte[0], Caller.another(Role.CONTRIBUTOR, application));
        long before = version(others);

        JsonNode begun = contributor.post(QUARANTINE + "/retry", "{\"outcome\": \"unreadable\"}").expect(202).json();
        assertThat(begun.get("total").asInt()).isEqualTo(many);
        String retry = QUARANTINE + "/retries/" + begun.get("id").asString();
        JsonNode done = await().atMost(PATIENCE).until(() -> contributor.get(retry).expect(200).json(),
                state -> !state.get("running").asBoolean());

        assertThat(done.get("read").asInt()).isEqualTo(many);
        assertThat(done.get("searchable").asInt()).isZero();
        assertThat(done.get("percent").asInt()).isEqualTo(100);
        assertThat(contributor.get(QUARANTINE).expect(200).json().get("counts").get("unreadable").asInt())
                .isEqualTo(many);
        assertThat(version(others)).as("nobody else's files").isEqualTo(before);
        Caller.another(Role.CONTRIBUTOR, application).get(retry).expect(404);
        visitor.get(retry).expect(401);
        editor.get(QUARANTINE + "/retries/none").expect(404);
    }

    @Test
    void findsFilesByTheirReasonAndCountsThemWithinTheirOutcome() {
        String scan = send("scan.pdf", Pdfs.scanned());
        String blank = send("blank.txt", "   ".getBytes());
        send("broken.pdf", Pdfs.broken());

        JsonNode page = contributor.get(QUARANTINE + "?reason=scan").expect(200).json();

        assertThat(materials(page)).containsExactly(scan);
        assertThat(page.get("files").get(0).get("reasonId").asString()).isEqualTo("scan");
        assertThat(page.get("total").asInt()).isEqualTo(1);
        assertThat(reasons(page)).containsExactly("empty no-text Without words 1", "empty scan Scans 1",
                "unreadable damaged Damaged 1");
        assertThat(materials(contributor.get(QUARANTINE + "?reason=scan&reason=no-text").expect(200).json()))
                .containsExactly(blank, scan);
        assertThat(materials(contributor.get(QUARANTINE + "?reason=scan&outcome=crashed").expect(200).json()))
                .isEmpty();
        assertThat(reasons(Caller.another(Role.CONTRIBUTOR, application).get(QUARANTINE).expect(200).json()))
                .as("nothing of anybody else").isEmpty();
    }

    @Test
    void findsTheFilesOfABatchForThoseAloneWhoMayKnowOfIt() {
        String alone = send("alone.pdf", Pdfs.scanned());
        String batch = batch(contributor, "scan.pdf", Pdfs.scanned(), "broken.pdf", Pdfs.broken(), "well.txt",
                "All is well.".getBytes());

        JsonNode page = contributor.get(QUARANTINE + "?batch=" + batch).expect(200).json();

        assertThat(page.get("total").asInt()).isEqualTo(2);
        assertThat(materials(page)).doesNotContain(alone);
        assertThat(page.get("counts").get("empty").asInt()).isEqualTo(1);
        assertThat(reasons(page)).containsExactly("empty scan Scans 1", "unreadable damaged Damaged 1");
        assertThat(contributor.get(QUARANTINE + "?batch=" + batch + "&reason=scan").expect(200).json().get("total")
                .asInt()).isEqualTo(1);
        JsonNode listed = contributor.get("/api/batches/" + batch + "/files?state=failed").expect(200).json();
        assertThat(listed.get("files").valueStream().map(file -> file.get("reasonId").asString()))
                .containsExactlyInAnyOrder("scan", "damaged");
        assertThat(listed.get("files").valueStream().map(file -> file.get("reason").asString()))
                .anyMatch(why -> why.contains("pictures of pages")).anyMatch(why -> why.contains("damaged"));
        assertThat(editor.get(QUARANTINE + "?batch=" + batch).expect(200).json().get("total").asInt()).isEqualTo(2);
        Caller other = Caller.another(Role.CONTRIBUTOR, application);
        send("theirs.pdf", Pdfs.scanned(), other);
        assertThat(other.get(QUARANTINE + "?batch=" + batch).expect(200).response().body())
                .contains("\"total\":0", "\"counts\":{}", "\"reasons\":[]");
        assertThat(contributor.get(QUARANTINE + "?batch=nosuchone1").expect(200).json().get("total").asInt()).isZero();
    }

    @Test
    void readsAllWithAReasonAgainAndNoOthersOfTheirOutcome() {
        String scan = send("scan.pdf", Pdfs.scanned());
        String blank = send("blank.txt", "   ".getBytes());
        String theirs = send("theirs.pdf", Pdfs.scanned(), Caller.another(Role.CONTRIBUTOR, application));
        long before = version(scan);
        long blankBefore = version(blank);
        long theirsBefore = version(theirs);

        JsonNode done = retryAll(contributor, "{\"reason\": \"scan\"}");

        assertThat(done.get("reason").asString()).isEqualTo("scan");
        assertThat(done.get("outcome").isNull()).isTrue();
        assertThat(done.get("total").asInt()).isEqualTo(1);
        assertThat(done.get("read").asInt()).isEqualTo(1);
        assertThat(version(scan)).isGreaterThan(before);
        assertThat(version(blank)).isEqualTo(blankBefore);
        assertThat(version(theirs)).isEqualTo(theirsBefore);
    }

    @Test
    void readsAllOfABatchAgainAndNoOthers() {
        String alone = send("alone.pdf", Pdfs.scanned());
        String batch = batch(contributor, "scan.pdf", Pdfs.scanned(), "broken.pdf", Pdfs.broken());
        String other = batch(contributor, "scan-too.pdf", Pdfs.scanned());
        long before = version(alone);

        JsonNode scans = retryAll(contributor, "{\"outcome\": \"empty\", \"batch\": \"" + batch + "\"}");
        assertThat(scans.get("total").asInt()).isEqualTo(1);
        assertThat(scans.get("outcome").asString()).isEqualTo("empty");
        assertThat(scans.get("batch").asString()).isEqualTo(batch);
        assertThat(retryAll(contributor, "{\"reason\": \"scan\", \"batch\": \"" + other + "\"}").get("read").asInt())
                .isEqualTo(1);
        assertThat(retryAll(contributor, "{\"batch\": \"" + batch + "\"}").get("read").asInt()).isEqualTo(2);
        assertThat(retryAll(Caller.another(Role.CONTRIBUTOR, application), "{\"batch\": \"" + batch + "\"}")
                .get("total").asInt()).as("a batch of somebody else").isZero();
        assertThat(version(alone)).isEqualTo(before);
    }

    @Test
    void leavesRejectedFilesAloneWhereAllOfABatchAreReadAgain() {
        String batch = batch(editor, "broken.pdf", Pdfs.broken(), "scan.pdf", Pdfs.scanned());
        long rejected = database.sql("""
                select min(material_file) from batch_files where batch_id = ? and name = 'broken.pdf'""").param(batch)
                .query(Long.class).single();
        database.sql("update material_files set outcome = 'REJECTED', reason = 'harmful' where id = ?").param(rejected)
                .update();

        assertThat(retryAll(editor, "{\"batch\": \"" + batch + "\"}").get("read").asInt()).isEqualTo(1);
        editor.post(QUARANTINE + "/retry", "{\"reason\": \"harmful\"}").expect(403);
        editor.post(QUARANTINE + "/retry", "{\"outcome\": \"rejected\", \"batch\": \"" + batch + "\"}").expect(403);
        assertThat(database.sql("select outcome from material_files where id = ?").param(rejected).query(String.class)
                .single()).isEqualTo("REJECTED");
    }

    @Test
    void takesNoRetryThatMakesNoSense() {
        for (String odd : List.of("{}", "{\"files\": [], \"outcome\": \"empty\"}", "{\"outcome\": \"extracted\"}",
                "{\"files\": [\"one\"]}", "{\"reason\": \"lost\"}", "{\"reason\": [\"scan\"]}", "{\"batch\": \"?\"}",
                "{\"files\": [], \"batch\": \"abcdefghij\"}", "{\"files\": [], \"reason\": \"scan\"}", "")) {
            assertThat(contributor.post(QUARANTINE + "/retry", odd).expect(400).json().get("detail").asString()).as(odd)
                    .isNotBlank();
        }
        assertThat(contributor.post(QUARANTINE + "/retry", "{\"files\": [\"999999999\"]}").expect(200).json()
                .get("retried").asInt()).isZero();
        contributor.post(QUARANTINE + "/retry", "{\"outcome\": \"rejected\"}").expect(403);
        visitor.post(QUARANTINE + "/retry", "{\"outcome\": \"empty\"}").expect(401);
    }

    @Test
    void acceptsAFileAsItIs() {
        String id = send("scan.pdf", Pdfs.scanned());
        String file = file(id);

        visitor.post(file + "/accept", "").expect(401);
        Caller.another(Role.CONTRIBUTOR, application).post(file + "/accept", "").expect(404);
        contributor.post(file + "/accept", "").expect(200);

        assertThat(contributor.get(QUARANTINE).expect(200).json().get("total").asInt()).isZero();
        JsonNode accepted = contributor.get(QUARANTINE + "?accepted=true").expect(200).json();
        assertThat(accepted.get("accepted").asInt()).isEqualTo(1);
        assertThat(accepted.get("files").get(0).get("acceptedBy").asString()).isEqualTo("Test contributor");
        assertThat(accepted.get("files").get(0).get("acceptedAt").asString()).isNotBlank();
        contributor.post(file + "/retry", "").expect(200);
        contributor.whenRead(id);
        assertThat(contributor.get(QUARANTINE).expect(200).json().get("total").asInt()).isEqualTo(1);
    }

    @Test
    void replacesAFileInItsRecord() {
        String id = publish("report.pdf", Pdfs.broken());
        String file = file(id);

        contributor.send(put(contributor, file, new Form().file("whole.pdf", Pdfs.saying("Whole " + word))))
                .expect(403);
        assertThat(editor.send(put(editor, file, new Form().file("x.exe", "MZ\u0090\u0000"))).expect(415).json()
                .get("detail").asString()).contains("x.exe");
        editor.send(put(editor, file, new Form())).expect(400);
        editor.send(put(editor, file, new Form().file("a.txt", "a").file("b.txt", "b"))).expect(400);
        assertThat(outcome(id)).isEqualTo("unreadable");
        Form whole = new Form().file("whole.pdf", Pdfs.saying("Whole " + word));
        JsonNode record = editor.send(put(editor, file, whole)).expect(200).json();

        assertThat(record.get("files").size()).isEqualTo(1);
        assertThat(record.get("files").get(0).get("name").asString()).isEqualTo("whole.pdf");
        assertThat(editor.whenRead(id).get("files").get(0).get("outcome").asString()).isEqualTo("extracted");
        await().atMost(PATIENCE).until(() -> found(word) == 1);
        assertThat(visitor.get(file + "/text").expect(200).response().body()).contains(word);
        long version = version(id);
        editor.send(put(editor, file, whole)).expect(200);
        assertThat(version(id)).as("sent twice, done once").isEqualTo(version);
    }

    /** Sends files as a batch without a table, and waits until all of them were read. */
    private static String batch(Caller by, Object... namesAndContents) {
        Form form = new Form();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            form.file((String) namesAndContents[i], (byte[]) namesAndContents[i + 1]);
        }
        String id = by.post("/api/batches", form).expect(201).json().get("id").asString();
        by.post("/api/batches/" + id + "/start", "").expect(200);
        await().atMost(PATIENCE).until(() -> by.get("/api/batches/" + id).expect(200).json().get("state").asString(),
                "done"::equals);
        return id;
    }

    /** Asks for a retry of many, and answers how it went when it is over. */
    private static JsonNode retryAll(Caller by, String what) {
        String retry = QUARANTINE + "/retries/"
                + by.post(QUARANTINE + "/retry", what).expect(202).json().get("id").asString();
        return await().atMost(PATIENCE).until(() -> by.get(retry).expect(200).json(),
                state -> !state.get("running").asBoolean());
    }

    private static List<String> materials(JsonNode page) {
        return page.get("files").valueStream().map(file -> file.get("material").asString()).toList();
    }

    private static List<String> reasons(JsonNode page) {
        return page.get("reasons").valueStream().map(one -> one.get("outcome").asString() + " "
                + one.get("id").asString() + " " + one.get("label").asString() + " " + one.get("files").asString())
                .toList();
    }

    private static java.net.http.HttpRequest.Builder put(Caller caller, String path, Form form) {
        return caller.request(path).header("Content-Type", Form.TYPE)
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofByteArray(form.whole()));
    }

    /** Ends the worker at its first reading and at the one more try. */
    private String breaksOffTwice(String before, String after) {
        return "page " + before + "\nstumble " + folder.resolve("once") + "\nstumble " + folder.resolve("twice")
                + "\npage " + after;
    }

    private String send(String name, byte[] content) {
        return send(name, content, contributor);
    }

    private static String send(String name, byte[] content, Caller by) {
        String id = by.post("/api/materials", Form.with(COMPLETE).file(name, content)).expect(201).json().get("id")
                .asString();
        by.whenRead(id);
        return id;
    }

    private String publish(String name, String content) {
        return publish(name, content.getBytes());
    }

    private String publish(String name, byte[] content) {
        String id = editor.post("/api/materials?publish=true", Form.with(COMPLETE).file(name, content)).expect(201)
                .json().get("id").asString();
        editor.whenRead(id);
        return id;
    }

    private String file(String id) {
        return "/api/materials/" + id + "/files/"
                + editor.get("/api/materials/" + id).expect(200).json().get("files").get(0).get("id").asString();
    }

    private String outcome(String id) {
        return editor.get("/api/materials/" + id).expect(200).json().get("files").get(0).get("outcome").asString();
    }

    private long version(String id) {
        return editor.get("/api/materials/" + id).expect(200).json().get("version").asLong();
    }

    private int found(String sought) {
        return visitor.get("/api/search?q=" + sought).expect(200).json().get("total").asInt();
    }
}
