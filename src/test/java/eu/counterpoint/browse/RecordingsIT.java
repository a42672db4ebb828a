package eu.counterpoint.browse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.ingest.Upload;
import eu.counterpoint.library.Consent;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Gammma;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.NewFile;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.review.Review;
import eu.counterpoint.search.Search;
import eu.counterpoint.search.SearchQuery;
import eu.counterpoint.testing.Chromium;
import eu.counterpoint.testing.Chromium.Visitor;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.vocabulary.Scheme;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A recording and its subtitles: what is said is found with the time at which it is said. */
@WholeApplication
@Tag("once")
class RecordingsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext application;
    @Autowired
    private Intake intake;
    @Autowired
    private Review review;
    @Autowired
    private Search search;

    @Test
    void findsWhatIsSaidWithItsTimeAndLeadsThere() throws IOException {
        String word = Shown.word();
        MaterialId id = published("""
                1
                00:00:05,000 --> 00:00:09,000
                We begin where it hurts.

                2
                00:01:23,000 --> 00:01:27,000
                Then somebody said %s, and nobody laughed.
                """.formatted(word));
        await().atMost(PATIENCE).ignoreExceptions()
                .until(() -> search.search(SearchQuery.of(word), Reader.VISITOR).total() == 1);
        try (Chromium chromium = Chromium.start();
                Visitor visitor = chromium.visitor("http://localhost:" + port, Chromium.DESK)) {
            look(visitor, id, word);
        }
    }

    private static void look(Visitor visitor, MaterialId id, String word) {
        Page page = visitor.page();
        visitor.open("/materials/" + id);
        visitor.onEachScreen(width -> {
            assertThat(page.getByText("1:23").first()).isVisible();
            visitor.picture("recording-" + width);
        });
        visitor.open("/search?q=" + word);
        Locator place = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("at 1:23"));
        visitor.onEachScreen(width -> {
            assertThat(place).isVisible();
            visitor.picture("recording-found-" + width);
        });
        place.click();
        visitor.onEachScreen(width -> {
            assertThat(page.locator("p.sought")).containsText("1:23 Then somebody said");
            visitor.picture("recording-text-" + width);
            visitor.assertAccessible();
        });
        visitor.assertNothingWentWrong();
    }

    private MaterialId published(String subtitles) throws IOException {
        Reader editor = TestPeople.editor(application);
        NewFile sound = intake.keep(new Upload("talk.wav", new ByteArrayInputStream(recording())));
        NewFile words = intake.keep(new Upload("talk.srt",
                new ByteArrayInputStream(subtitles.getBytes(StandardCharsets.UTF_8))));
        Description description = new Description("A talk and its words", "What was said, and who laughed.",
                Map.of(Scheme.KIND, List.of("campaign"), Scheme.THEME, List.of("gaming"), Scheme.AUDIENCE,
                        List.of("gamers")),
                2019, "An association", List.of(), "", null, Visibility.PUBLIC, Consent.NOBODY_NAMED, "",
                Gammma.NOT_REPORTED);
        Material draft = intake.create(description, List.of(sound, words), editor);
        Shown shown = new Shown(application);
        await().atMost(PATIENCE).until(() -> shown.now(draft.id()).files().stream()
                .noneMatch(file -> file.outcome() == Outcome.PENDING));
        return review.publish(draft.id(), editor).id();
    }

    /** Silence of 83 seconds. */
    private static byte[] recording() throws IOException {
        AudioFormat format = new AudioFormat(8000, 8, 1, true, false);
        byte[] silence = new byte[8000 * 83];
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(silence), format, silence.length),
                AudioFileFormat.Type.WAVE, file);
        return file.toByteArray();
    }
}
