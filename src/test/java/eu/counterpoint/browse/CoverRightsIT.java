package eu.counterpoint.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.HttpVisitor;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.ingest.Upload;
import eu.counterpoint.library.Consent;
import eu.counterpoint.library.Covers;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Gammma;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.NewFile;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.review.Review;
import eu.counterpoint.testing.Sheets;
import eu.counterpoint.testing.WithCovers;
import eu.counterpoint.testing.Words;
import eu.counterpoint.vocabulary.Scheme;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A cover is there for whom may have its file, and for nobody else. */
@Tag("once")
@WithCovers
class CoverRightsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext application;
    @Autowired
    private Intake intake;
    @Autowired
    private Library library;
    @Autowired
    private Review review;
    @Autowired
    private Covers covers;

    private Reader owner;
    private Reader editor;
    /** Who asks for covers, by what they are. */
    private final Map<String, HttpVisitor> people = new LinkedHashMap<>();
    private byte[] report;
    private NewFile kept;

    @BeforeEach
    void peopleAndAReport() throws IOException {
        owner = TestPeople.contributor(application);
        editor = TestPeople.editor(application);
        people.put("visitor", new HttpVisitor(port));
        Map.of("owner", owner, "editor", editor, "contributor", TestPeople.contributor(application), "vetted",
                TestPeople.vettedContributor(application), "administrator", TestPeople.administrator(application))
                .forEach((name, reader) -> {
                    HttpVisitor visitor = new HttpVisitor(port);
                    visitor.signIn(TestPeople.username(application, reader), TestPeople.PASSWORD);
                    people.put(name, visitor);
                });
        report = Sheets.pdf(Words.unique(), Color.RED);
        kept = intake.keep(new Upload("report.pdf", new ByteArrayInputStream(report)));
    }

    @Test
    void isAPictureOfItsOwnThatNobodyElseKeeps() throws Exception {
        MaterialId id = withCover(Visibility.PUBLIC);
        review.publish(id, editor);

        HttpResponse<byte[]> got = ask(id);

        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(ImageIO.read(new ByteArrayInputStream(got.body())).getWidth()).isEqualTo(400);
        assertThat(new String(got.body(), StandardCharsets.ISO_8859_1)).doesNotContain("%PDF");
        assertThat(got.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(got.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(got.headers().allValues("Content-Security-Policy")).singleElement().asString().contains("sandbox");
        assertThat(got.headers().allValues("Cache-Control")).singleElement().asString().contains("private")
                .contains("no-cache");
        String tag = got.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).doesNotContain(kept.original().sha256().hex());
        HttpResponse<byte[]> again = ask(id, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        review.withdraw(id, "A slip", editor);
        assertThat(ask(id, "If-None-Match", tag).statusCode()).isEqualTo(410);
    }

    @Test
    void isThereForWhomMayHaveTheFile() throws IOException {
        MaterialId id = withCover(Visibility.VETTED);
        assertCover(id, Map.of("visitor", 404, "contributor", 404, "vetted", 404, "owner", 200, "editor", 200,
                "administrator", 200));
        review.publish(id, editor);
        assertCover(id, Map.of("visitor", 404, "contributor", 404, "vetted", 200, "owner", 200, "editor", 200,
                "administrator", 200));
        review.withdraw(id, "A slip", editor);
        assertCover(id, Map.of("visitor", 404, "contributor", 404, "vetted", 410, "owner", 200, "editor", 200,
                "administrator", 200));
    }

    @Test
    void ofAWithheldFileLeavesNoTraceThoughTheSameContentHasACoverElsewhere() throws IOException {
        withCover(Visibility.PUBLIC);
        MaterialId id = library.create(description(Visibility.PUBLIC), List.of(kept.toBeChecked()), owner).id();
        review.publish(id, editor);

        assertThat(covers.of(List.of(id))).isEmpty();
        assertCover(id, Map.of("visitor", 404, "contributor", 404, "vetted", 404, "owner", 403, "editor", 403,
                "administrator", 200));
    }

    @Test
    void isNoPageWhereAFileHasNone() throws Exception {
        NewFile notes = intake.keep(new Upload("notes.txt", new ByteArrayInputStream(Words.unique().getBytes())));
        MaterialId id = intake.create(description(Visibility.PUBLIC), List.of(notes), owner).id();
        review.publish(id, editor);
        assertThat(ask(id).statusCode()).isEqualTo(404);
    }

    private void assertCover(MaterialId id, Map<String, Integer> expected) {
        Map<String, Integer> found = new LinkedHashMap<>();
        people.forEach((name, visitor) -> found.put(name, visitor.get(address(id)).statusCode()));
        assertThat(found).containsExactlyInAnyOrderEntriesOf(expected);
    }

    private MaterialId withCover(Visibility visibility) {
        MaterialId id = intake.create(description(visibility), List.of(kept), owner).id();
        await().atMost(PATIENCE).until(() -> covers.of(List.of(id)).containsKey(id));
        return id;
    }

    private static Description description(Visibility visibility) {
        return new Description("A report", "What was done, and what came of it.",
                Map.of(Scheme.KIND, List.of("case-study"), Scheme.THEME, List.of("gaming"), Scheme.AUDIENCE,
                        List.of("gamers")),
                2019, "RAN", List.of(), "", null, visibility, Consent.NOBODY_NAMED, "", Gammma.NOT_REPORTED);
    }

    private String address(MaterialId id) {
        return "/materials/" + id + "/files/" + library.find(id).orElseThrow().files().getFirst().id() + "/cover";
    }

    private HttpResponse<byte[]> ask(MaterialId id, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address(id)));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send((headers.length == 0 ? request : request.headers(headers)).build(),
                    BodyHandlers.ofByteArray());
        }
    }
}
