package eu.counterpoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.Role;
import eu.counterpoint.exchange.Caller.Form;
import eu.counterpoint.library.Library;
import eu.counterpoint.testing.RestClient.Answer;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.testing.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What people send by mistake, and worse, and how they are told. */
@WholeApplication
class BadInputIT {

    private static final long LIMIT = 200L << 20;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Library library;

    @Autowired
    private JdbcClient database;

    private Caller contributor;

    @BeforeEach
    void people() {
        contributor = Caller.with(Role.CONTRIBUTOR, application);
    }

    @Test
    void takesAFileWithNothingInIt() {
        JsonNode record = contributor.post("/api/materials", new Form().file("nothing.pdf", "")).expect(201).json();

        JsonNode file = contributor.whenRead(record.get("id").asString()).get("files").get(0);

        assertThat(file.get("size").asLong()).isZero();
        assertThat(file.get("outcome").asString()).isEqualTo("unreadable");
        assertThat(file.get("reason").asString()).endsWith(".").contains(" ");
    }

    @Test
    void refusesAFileOverTheLimitAndKeepsNothingOfIt() throws IOException {
        long before = library.count();
        List<Path> store = originals();
        Form form = new Form().file("large.txt", "Z");
        byte[] around = form.whole();
        int middle = new String(around, StandardCharsets.UTF_8).indexOf("\r\n\r\nZ") + 5;

        Answer answer = contributor.send(contributor.request("/api/materials")
                .header("Content-Type", "multipart/form-data; boundary=a-boundary-that-is-in-no-file")
                .POST(BodyPublishers.ofInputStream(() -> new SequenceInputStream(
                        new SequenceInputStream(new ByteArrayInputStream(around, 0, middle), letters(LIMIT)),
                        new ByteArrayInputStream(around, middle, around.length - middle)))));

        answer.expect(413);
        assertProblem(answer, "200 MB");
        assertThat(library.count()).isEqualTo(before);
        assertThat(originals()).isEqualTo(store);
        nothingIsLeftOfUploads();
    }

    @Test
    void answersBeforeARequestThatIsFarTooLargeHasCome() throws IOException {
        try (Socket socket = send("POST /api/materials HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + contributor.token() + "\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                + "Content-Length: 9000000000\r\n\r\n--b\r\n")) {
            assertThat(statusLine(socket)).contains(" 413 ");
        }
    }

    @Test
    void tellsAVisitorBeforeTheFilesHaveCome() throws IOException {
        try (Socket socket = send("POST /api/materials HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000000\r\n\r\n--b\r\n")) {
            assertThat(statusLine(socket)).contains(" 401 ");
        }
    }

    @Test
    void refusesATypeThatTheLibraryDoesNotTake() throws IOException {
        byte[] program = new byte[4096];
        System.arraycopy("MZ".getBytes(StandardCharsets.US_ASCII), 0, program, 0, 2);
        long before = library.count();

        for (String name : List.of("tool.exe", "report.pdf")) {
            Answer answer = contributor.post("/api/materials", new Form().file(name, program)).expect(415);
            assertProblem(answer, name, "PDF", "Word", "images");
        }

        assertThat(library.count()).isEqualTo(before);
        nothingIsLeftOfUploads();
    }

    @Test
    void forgetsTheFilesOfWhatIsRefused() {
        String taken = unique();
        JsonNode record = contributor.post("/api/materials", new Form().file("taken.txt", taken)).expect(201).json();
        String beforeAProgram = unique();
        contributor.post("/api/materials",
                new Form().file("good.txt", beforeAProgram).file("tool.exe", "MZ" + "\0".repeat(90))).expect(415);
        String unknownTheme = unique();
        contributor.post("/api/materials",
                Form.with("{\"themes\": [\"no-such-theme\"]}").file("good.txt", unknownTheme)).expect(400);
        String added = unique();
        contributor.post("/api/materials/" + record.get("id").asString() + "/files",
                new Form().file("good.txt", added).file("tool.exe", "MZ" + "\0".repeat(90))).expect(415);

        assertThat(List.of(beforeAProgram, unknownTheme, added)).allMatch(this::isForgotten);
        assertThat(taken).matches(content -> !isForgotten(content));
    }

    private static String unique() {
        return Words.unique() + " " + Words.unique();
    }

    /** Whether it is to be removed from the store in a day, where nothing else has it. */
    private boolean isForgotten(String content) {
        return database.sql("select count(*) from forgotten_originals where sha256 = ?")
                .param(DigestUtils.sha256Hex(content)).query(Long.class).single() > 0;
    }

    @Test
    void takesAFileByItsContentAndNotByItsSuffix() {
        String id = contributor.post("/api/materials",
                new Form().file("really-text.pdf", "Only words, whatever the name says.")).expect(201).json().get("id")
                .asString();

        JsonNode file = contributor.whenRead(id).get("files").get(0);

        assertThat(file.get("mediaType").asString()).startsWith("text/plain");
        assertThat(file.get("outcome").asString()).isEqualTo("extracted");
    }

    @Test
    void keepsTheLastPartOfANameWithFolders() {
        for (String name : List.of("../../etc/passwd.txt", "..\\\\..\\\\windows\\\\passwd.txt", "/etc/passwd.txt")) {
            assertThat(contributor.post("/api/materials", new Form().file(name, "x")).expect(201).json().get("files")
                    .get(0).get("name").asString()).isEqualTo("passwd.txt");
        }
    }

    @Test
    void takesALongName() {
        String name = "ä".repeat(200) + ".txt";

        JsonNode file = contributor.post("/api/materials", new Form().file(name, "x")).expect(201).json().get("files")
                .get(0);

        assertThat(file.get("name").asString()).startsWith("äää").endsWith(".txt");
    }

    @Test
    void takesHtmlInATitleAsText() {
        String title = "<script>alert('1')</script> & <b>bold</b>";

        String id = contributor.post("/api/materials", Form.with("{\"title\": \"" + title + "\"}")).expect(201).json()
                .get("id").asString();

        assertThat(contributor.get("/api/materials/" + id).json().get("title").asString()).isEqualTo(title);
    }

    @Test
    void namesWhatIsWrongWithMetadata() {
        refused("{\"themes\": [\"prison-and-probation\", \"no-such-theme\"]}", "themes", "no-such-theme");
        refused("{\"kind\": \"poem\"}", "kind", "poem");
        refused("{\"language\": \"xx\"}", "language", "xx");
        refused("{\"visibility\": \"secret\"}", "secret", "signed-in");
        refused("{\"consent\": \"perhaps\"}", "perhaps", "on-file");
        refused("{\"titel\": \"x\"}", "titel");
        refused("{\"year\": \"soon\"}", "year");
        refused("{\"year\": 1066}", "1066");
        refused("{\"link\": \"javascript:alert(1)\"}", "javascript:alert(1)");
        refused("{\"title\": \"x\"", "line 1");
        refused("not json", "line 1");
        assertProblem(contributor.post("/api/materials", new Form().part("form-data; name=\"data\"", new byte[1]))
                .expect(400), "data", "metadata", "file");
    }

    @Test
    void leavesNothingOfAnInterruptedUpload() throws IOException {
        long before = library.count();
        List<Path> store = originals();
        String start = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"half.txt\"\r\n\r\n"
                + "half ".repeat(200_000);

        try (Socket socket = send("POST /api/materials HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + contributor.token() + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: "
                + 2 * start.length() + "\r\n\r\n" + start)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> !files(uploads()).isEmpty());
        }

        nothingIsLeftOfUploads();
        assertThat(library.count()).isEqualTo(before);
        assertThat(originals()).isEqualTo(store);
    }

    @Test
    void saysThatABodyIsNotWhatItsHeaderSays() {
        Answer answer = contributor.send(contributor.request("/api/materials")
                .header("Content-Type", "multipart/form-data").POST(BodyPublishers.ofString("no boundary")));
        answer.expect(400);
        assertProblem(answer, "send it again");
    }

    private void refused(String metadata, String... named) {
        assertProblem(contributor.post("/api/materials", Form.with(metadata)).expect(400), named);
    }

    private static void assertProblem(Answer answer, String... named) {
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(answer.status());
        assertThat(answer.json().get("detail").asString()).contains(named);
        assertThat(answer.response().body()).doesNotContain("Exception", "eu.counterpoint", "org.springframework");
    }

    private Socket send(String bytes) throws IOException {
        Socket socket = new Socket("localhost", contributor.port());
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String statusLine(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = socket.getInputStream().read(); c >= 0 && c != '\n'; c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private static InputStream letters(long count) {
        return new InputStream() {
            private long left = count;

            @Override
            public int read() {
                return left-- > 0 ? 'z' : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int some = (int) Math.min(length, left);
                java.util.Arrays.fill(buffer, offset, offset + some, (byte) 'z');
                left -= some;
                return some;
            }
        };
    }

    private void nothingIsLeftOfUploads() {
        await().atMost(Duration.ofSeconds(20)).until(() -> files(uploads()).isEmpty());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> files(home().resolve("files").resolve("incoming")).isEmpty());
    }

    private List<Path> originals() {
        return files(home().resolve("files").resolve("originals"));
    }

    private Path uploads() {
        return home().resolve("tmp").resolve("uploads");
    }

    private Path home() {
        return Path.of(application.getEnvironment().getRequiredProperty("counterpoint.home"));
    }

    private static List<Path> files(Path folder) {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (UncheckedIOException e) {
            // Something went while we looked: look again.
            return files(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
