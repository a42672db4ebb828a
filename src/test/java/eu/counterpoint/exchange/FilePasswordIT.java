package eu.counterpoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.Role;
import eu.counterpoint.exchange.Caller.Form;
import eu.counterpoint.testing.Pdfs;
import eu.counterpoint.testing.Scans;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.testing.Words;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The password of a file: it opens the file, and is kept nowhere. */
@Tag("once")
@WholeApplication
@ExtendWith(OutputCaptureExtension.class)
class FilePasswordIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Autowired
    private ApplicationContext application;
    @Autowired
    private JdbcClient database;
    @Value("${counterpoint.home}")
    private Path home;

    private Caller contributor;
    private Caller editor;
    private Caller visitor;
    private final String word = "p" + Words.unique();
    private final String secret = "Schlüssel " + UUID.randomUUID();

    @BeforeEach
    void people() {
        contributor = Caller.another(Role.CONTRIBUTOR, application);
        editor = Caller.with(Role.EDITOR, application);
        visitor = Caller.visitor(application);
    }

    @Test
    void opensAFileAndIsKeptNowhere(CapturedOutput output) throws IOException {
        String id = publish(Pdfs.locked("Behind the lock " + word, secret));
        String file = file(id);
        String wrong = "wrong " + UUID.randomUUID();

        JsonNode problem = editor.post(file + "/password", json(wrong)).expect(422).json();
        assertThat(problem.get("detail").asString()).contains("does not open", "locked.pdf").doesNotContain(wrong);
        assertThat(outcome(id)).isEqualTo("encrypted");
        JsonNode record = editor.post(file + "/password", json(secret)).expect(200).json();

        assertThat(record.get("files").get(0).get("outcome").asString()).isEqualTo("extracted");
        await().atMost(PATIENCE).until(
                () -> visitor.get("/api/search?q=" + word).expect(200).json().get("total").asInt() == 1);
        assertThat(visitor.get(file + "/text").expect(200).response().body()).contains(word);
        assertThat(editor.post(file + "/password", json(secret)).expect(409).json().get("detail").asString())
                .contains("needs no password");
        for (String password : List.of(secret, wrong)) {
            assertThat(output.getAll()).doesNotContain(password);
            assertThat(rowsWith(password)).isEmpty();
            assertThat(filesWith(password)).isEmpty();
        }
    }

    @Test
    void opensTheFileOfOneRecordAndNotOfAnother() {
        byte[] locked = Pdfs.locked("Behind the lock " + word, secret);
        String mine = send(locked, contributor);
        Caller other = Caller.another(Role.CONTRIBUTOR, application);
        String theirs = send(locked, other);

        contributor.post(file(mine) + "/password", json(secret)).expect(200);

        assertThat(contributor.get(file(mine) + "/text").expect(200).response().body()).contains(word);
        assertThat(outcome(theirs)).isEqualTo("encrypted");
        assertThat(other.get(file(theirs) + "/text").expect(200).response().body()).doesNotContain(word);
        String later = send(locked, other);
        assertThat(outcome(later)).isEqualTo("encrypted");
        assertThat(contributor.get(file(mine) + "/text").expect(200).response().body())
                .as("the same file, read again by somebody else, takes nothing away").contains(word);
    }

    @Test
    void leadsNobodyRoundInACircleWithAProtectedScan() {
        String id = send(Pdfs.locked("", secret), contributor);
        contributor.post(file(id) + "/password", json(secret)).expect(200);

        JsonNode scan = contributor.get("/api/quarantine").expect(200).json().get("files").get(0);
        assertThat(scan.get("file").get("outcome").asString()).isEqualTo("empty");
        assertThat(scan.get("reasonId").asString()).isEqualTo("scan-protected");
        for (String said : List.of(scan.get("file").get("reason").asString(), scan.get("advice").asString())) {
            assertThat(said).contains("a copy that has no password").doesNotContain("again", "install");
        }
        assertThat(contributor.post(file(id) + "/retry", "").expect(409).json().get("detail").asString())
                .contains("locked.pdf", "a copy that has no password");
        String number = scan.get("file").get("id").asString();
        assertThat(contributor.post("/api/quarantine/retry", "{\"files\": [\"" + number + "\"]}").expect(200).json()
                .get("retried").asInt()).isZero();
        assertThat(contributor.post("/api/quarantine/retry", "{\"outcome\": \"empty\"}").expect(202).json()
                .get("total").asInt()).isZero();
        assertThat(outcome(id)).as("it was opened, and stays so").isEqualTo("empty");
    }

    @Test
    void leavesTheScansOfAFileWithTextUnreadAndSaysSo() {
        byte[] mixed = Scans.pdf(List.of("text:A page of a text that can be searched, with the word " + word,
                Scans.ENGLISH));
        String id = publish(Pdfs.locked(mixed, secret));
        String file = file(id);

        JsonNode read = editor.post(file + "/password", json(secret)).expect(200).json().get("files").get(0);

        assertThat(read.get("outcome").asString()).isEqualTo("truncated");
        assertThat(read.get("reason").asString()).contains("some of its pages are pictures", "no password");
        JsonNode told = editor.get("/api/quarantine?reason=scanned-pages-protected&size=100").expect(200).json()
                .get("files").valueStream()
                .filter(one -> one.get("file").get("id").asString().equals(read.get("id").asString())).findFirst()
                .orElseThrow();
        assertThat(told.get("advice").asString()).contains("a copy that has no password").doesNotContain("again");
        await().atMost(PATIENCE).until(
                () -> visitor.get("/api/search?q=" + word).expect(200).json().get("total").asInt() == 1);
    }

    @Test
    void isTakenFromThoseAloneWhoMayChangeTheRecord() {
        String id = publish(Pdfs.locked("Behind the lock " + word, secret));
        String file = file(id);

        visitor.post(file + "/password", json(secret)).expect(401);
        contributor.post(file + "/password", json(secret)).expect(403);
        Caller.another(Role.CONTRIBUTOR, application)
                .post(file(send(Pdfs.locked("x", secret), contributor)) + "/password", json(secret)).expect(404);
        editor.post(file + "/password", "{}").expect(400);
        editor.post(file + "/password", json("")).expect(400);
        editor.post(file + "/password", json("x".repeat(256))).expect(400);
        editor.post("/api/materials/" + id + "/files/0/password", json(secret)).expect(404);
        assertThat(outcome(id)).isEqualTo("encrypted");
    }

    private static String json(String password) {
        return "{\"password\": \"" + password + "\"}";
    }

    /** Every row of every table that has the password in it, in any form that it is likely to have. */
    private List<String> rowsWith(String password) {
        List<String> found = new ArrayList<>();
        List<String> tables = database.sql("""
                select table_name from information_schema.tables
                where lower(table_schema) = 'public' and table_type = 'BASE TABLE'""").query(String.class).list();
        assertThat(tables).hasSizeGreaterThan(8);
        for (String table : tables) {
            for (Map<String, Object> row : database.sql("select * from \"" + table + "\"").query().listOfRows()) {
                for (Object value : row.values()) {
                    String text = value instanceof byte[] bytes
                            ? new String(bytes, StandardCharsets.UTF_8)
                            : String.valueOf(value);
                    if (text.contains(password)) {
                        found.add(table + " " + row);
                    }
                }
            }
        }
        return found;
    }

    /** Every file of the library and of its workers: originals, texts, index, database. */
    private List<Path> filesWith(String password) throws IOException {
        List<Path> found = new ArrayList<>();
        List<Path> folders = new ArrayList<>(List.of(home));
        try (Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            // Beside them are files that this process keeps locked: whoever closes one here lets go of its lock.
            temporary.filter(path -> path.getFileName().toString().startsWith("counterpoint-worker-"))
                    .filter(Files::isDirectory)
                    .forEach(folders::add);
        }
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String raw = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
                    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE,
                            StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)) {
                        if (raw.contains(new String(password.getBytes(charset), StandardCharsets.ISO_8859_1))) {
                            found.add(file);
                        }
                    }
                }
            }
        }
        return found;
    }

    private String send(byte[] content, Caller by) {
        String id = by.post("/api/materials", new Form().file("locked.pdf", content)).expect(201).json().get("id")
                .asString();
        by.whenRead(id);
        return id;
    }

    private String publish(byte[] content) {
        String id = editor.post("/api/materials?publish=true", new Form().file("locked.pdf", content)).expect(201)
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
}
