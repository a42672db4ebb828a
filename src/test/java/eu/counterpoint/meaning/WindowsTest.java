package eu.counterpoint.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.file.Passage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsTest {

    private static final String REPORT = "/starter/eu-internet-forum-preparatory-meeting-2015-05-07.txt";
    private static final int READ = 128;

    @TempDir
    private static Path folder;
    private static SentenceModel model;
    private static Windows windows;

    @BeforeAll
    static void load() {
        model = new SentenceModel(new MeaningSettings(true, null, null, null, folder));
        windows = new Windows(model);
    }

    @AfterAll
    static void close() throws Exception {
        model.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {REPORT, "/guides/judging-evidence.md", "/guides/publishing-safely.md",
            "/messages/ingest.properties", "/vocabulary/theme.ttl", "/vocabulary/country.ttl"})
    void areWithinWhatTheModelReadsWhateverTheTextAndItsLanguage(String resource) throws IOException {
        List<Window> all = windows.of("A title", passages(resource)).toList();

        assertThat(all).hasSizeGreaterThan(5).allSatisfy(window -> {
            assertThat(model.tokens(window.text())).as(window.text()).isLessThanOrEqualTo(READ);
            assertThat(words(window.text())).as(window.text()).isLessThanOrEqualTo(92);
        });
    }

    @Test
    void areAboutNinetyWordsOfOrdinaryProse() throws IOException {
        List<Window> all = windows.of("", passages(REPORT)).toList();
        assertThat(all.stream().mapToInt(window -> words(window.text())).average().orElse(0)).isBetween(60.0, 92.0);
    }

    @Test
    void leaveNoWordOut() throws IOException {
        String text = Arrays.stream(text(REPORT).split("\\s+")).collect(Collectors.joining(" ")).strip();
        List<String> all = new ArrayList<>(windows.of("", passages(REPORT)).map(Window::text).toList());

        String last = all.removeLast(); // It may begin within the one before.
        String without = String.join(" ", all);
        assertThat(text).startsWith(without).endsWith(last);
        assertThat(without.length() + last.length() + 1).isGreaterThanOrEqualTo(text.length());
    }

    @Test
    void areTheSameEachTime() throws IOException {
        assertThat(windows.of("A title", passages(REPORT)).toList())
                .isEqualTo(windows.of("A title", passages(REPORT)).toList());
    }

    @Test
    void belongToThePassageInWhichTheyBegin() {
        List<Window> all = windows.of("", Stream.of(new Passage(3, 1, null, sentences("first", 8)),
                new Passage(4, 1, null, sentences("second", 8)), new Passage(5, 1, null, sentences("third", 20))))
                .toList();

        assertThat(all).hasSizeGreaterThan(2).allSatisfy(window -> assertThat(window.text())
                .contains(" " + List.of("first", "second", "third").get(window.passage() - 3) + " ")
                .startsWith("The "));
        assertThat(all).extracting(Window::passage).isSorted().startsWith(3).endsWith(5);
    }

    @Test
    void joinShortPassagesOfOnePageButNotOfTwoNorOfAnEmbeddedDocument() {
        assertThat(windows.of("",
                Stream.of(new Passage(0, 1, null, "One heading"), new Passage(1, 1, null, "Its text."),
                        new Passage(2, 2, null, "Next slide."), new Passage(3, 2, "notes.txt", "A note."),
                        new Passage(4, 2, "notes.txt", "And another."))))
                .containsExactly(new Window(0, "One heading Its text."), new Window(2, "Next slide."),
                        new Window(3, "A note. And another."));
    }

    @Test
    void beginEarlierWhereTheLastWouldBeShort() {
        String page = sentences("first", 15) + " It ends here.";
        List<Window> all = windows.of("", Stream.of(new Passage(0, 1, null, page))).toList();
        assertThat(all.getLast().text()).endsWith("It ends here.");
        assertThat(words(all.getLast().text())).isBetween(45, 90);
    }

    @Test
    void cutWhatHasNoSentencesAndWhatHasNoWords() {
        String endless = IntStream.range(0, 1_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
        assertFits(endless);
        assertFits("漢字".repeat(1_000));
        assertFits("😀".repeat(1_000));
        assertFits("x".repeat(20_000));
        assertFits("\u0000 \uD83D ".repeat(500));
    }

    private static void assertFits(String text) {
        List<Window> all = windows.of("A title", Stream.of(new Passage(0, null, null, text))).toList();
        assertThat(all).isNotEmpty()
                .allSatisfy(window -> assertThat(model.tokens(window.text())).isLessThanOrEqualTo(READ));
        assertThat(all.stream().mapToInt(window -> window.text().length()).sum())
                .isGreaterThanOrEqualTo(text.length() / 2);
    }

    @Test
    void beginWithTheTitleOrAsMuchOfItAsLeavesRoom() {
        assertThat(windows.of(" Lessons\nlearned ", Stream.of(new Passage(0, 1, null, "A text."))))
                .containsExactly(new Window(0, "Lessons learned. A text."));
        String title = "Counter- and alternative narratives of ".repeat(12);
        assertThat(windows.of(title, Stream.of(new Passage(0, 1, null, sentences("long", 20))))).isNotEmpty()
                .allSatisfy(window -> {
                    assertThat(window.text()).startsWith("Counter- and alternative narratives of").contains("long");
                    assertThat(words(window.text())).isGreaterThan(50);
                    assertThat(model.tokens(window.text())).isLessThanOrEqualTo(READ);
                });
    }

    @Test
    void ofASummaryOrATitleAloneAreOfNoPassage() {
        assertThat(windows.ofSummary("A title", "What it is about.\n\nAnd more."))
                .containsExactly(new Window(Window.DESCRIPTION, "A title. What it is about. And more."));
        assertThat(windows.ofSummary("A title", " ")).isEmpty();
        assertThat(windows.ofTitle("A title")).containsExactly(new Window(Window.DESCRIPTION, "A title"));
        assertThat(windows.ofTitle(" ")).isEmpty();
    }

    @Test
    void areMadeAsTheyAreTakenAndCloseTheirSource() {
        AtomicBoolean closed = new AtomicBoolean();
        Stream<Passage> endless = Stream.iterate(0, i -> i + 1)
                .map(i -> new Passage(i, null, null, sentences("word", 9))).onClose(() -> closed.set(true));
        try (Stream<Window> taken = windows.of("", endless)) {
            assertThat(taken.limit(3)).hasSize(3);
        }
        assertThat(closed).isTrue();
    }

    private static String sentences(String word, int many) {
        return IntStream.range(0, many).mapToObj(i -> "The " + word + " sentence with number " + i + " ends now.")
                .collect(Collectors.joining(" "));
    }

    private static int words(String text) {
        return text.split(" ").length;
    }

    private static Stream<Passage> passages(String resource) throws IOException {
        return Stream.of(new Passage(0, null, null, text(resource)));
    }

    private static String text(String resource) throws IOException {
        try (var in = WindowsTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
