package eu.counterpoint.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentenceModelTest {

    @TempDir
    private static Path folder;
    private static SentenceModel model;

    @BeforeAll
    static void load() {
        model = new SentenceModel(new MeaningSettings(true, null, null, null, folder.resolve("native")));
    }

    @AfterAll
    static void close() throws Exception {
        model.close();
    }

    @Test
    void bringsTogetherWhatMeansTheSameInOtherWords() {
        assertCloser("How can mothers notice that a son is being recruited?",
                "Signs by which parents recognise radicalisation in their own family",
                "The boundary layer of a flat plate in supersonic flow");
        assertCloser("Former extremists visit schools and tell why they left",
                "Ex-members of violent groups talk to pupils about their exit",
                "Prison officers learn to fill in the yearly budget");
        assertCloser("removing terrorist videos from the internet", "taking down jihadist propaganda online",
                "funding for youth clubs in small towns");
    }

    private static void assertCloser(String text, String paraphrase, String unrelated) {
        assertThat(cosine(text, paraphrase)).as("%s / %s", text, paraphrase)
                .isGreaterThan(cosine(text, unrelated) + 0.2);
    }

    @Test
    void givesTheSameTextTheSameVectorOfLengthOneWhoeverAsksMeanwhile() throws Exception {
        List<String> texts = Stream.of("One voice", "Many voices of many people", "A hundred words ".repeat(30))
                .toList();
        List<float[]> before = texts.stream().map(model::vector).toList();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Future<?>> checks = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int text = i % texts.size();
            checks.add(threads.submit(
                    () -> assertThat(model.vector(texts.get(text))).containsExactly(before.get(text))));
        }
        threads.shutdown();
        for (Future<?> check : checks) {
            check.get();
        }
        for (float[] vector : before) {
            assertThat(vector).hasSize(model.dimensions());
            assertThat(dot(vector, vector)).isBetween(0.9999, 1.0001);
        }
        assertThat(model.dimensions()).isEqualTo(384);
    }

    @Test
    void hasAVectorForEveryText() {
        for (String text : List.of("", " ", "\u0000", "漢字", "\uD83D", "x".repeat(100_000), "a ".repeat(100_000))) {
            assertThat(model.vector(text)).hasSize(384).doesNotContain(Float.NaN);
        }
    }

    @Test
    void leavesNoNativeCodeBehind() throws IOException {
        assertThat(model.available()).isTrue();
        Path unpacked = folder.resolve("native");
        if (Files.exists(unpacked)) { // Another test of this process may have loaded it before.
            try (Stream<Path> left = Files.list(unpacked)) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void knowsItsVectorsByItsNameAndTheContentOfItsFiles() throws Exception {
        assertThat(model.name()).matches("all-minilm-l6-v2-q@[0-9a-f]{8}");
        Path copied = copy("multi");
        SentenceModel same = new SentenceModel(settings(copied, null));
        assertThat(same.vector("One voice")).containsExactly(model.vector("One voice"));
        assertThat(same.name()).startsWith("multi@");
        Files.writeString(copied.resolve("tokenizer.json"), "\n", java.nio.file.StandardOpenOption.APPEND);
        SentenceModel changed = new SentenceModel(settings(copied, null));
        assertThat(changed.available()).isTrue();
        assertThat(changed.name()).startsWith("multi@").isNotEqualTo(same.name());
        same.close();
        changed.close();
    }

    @Test
    void readsAsMuchOfATextAsIsSet() throws Exception {
        SentenceModel brief = new SentenceModel(settings(copy("brief"), 16));
        String beginning = "credible voices of civil society speak to young people about hate today";
        assertThat(brief.vector(beginning + " and nothing of this counts")).containsExactly(brief
                .vector(beginning + " and nothing of that does"));
        assertThat(model.vector(beginning + " and nothing of this counts"))
                .isNotEqualTo(model.vector(beginning + " and nothing of that does"));
        brief.close();
    }

    @Test
    void takesTheTokenizerThatLiesBesideTheNetwork() throws Exception {
        Path multilingual = copy("multilingual");
        Files.writeString(multilingual.resolve("tokenizer.json"), """
                {"truncation": {"max_length": 64}, "model": {"type": "Unigram", "unk_id": 0, "vocab": [
                 ["<unk>", 0], ["<s>", 0], ["</s>", 0], ["\\u2581peace", -1], ["\\u2581paix", -2]]}}""");
        SentenceModel unigram = new SentenceModel(settings(multilingual, null));
        assertThat(unigram.vector("peace")).hasSize(384).isNotEqualTo(unigram.vector("paix"));
        assertThat(unigram.maxTokens()).isEqualTo(64);
        unigram.close();

        Path older = copy("older");
        Files.delete(older.resolve("tokenizer.json"));
        Files.write(older.resolve("vocab.txt"), List.of("[UNK]", "[CLS]", "[SEP]", "peace", "war"));
        SentenceModel lines = new SentenceModel(settings(older, null));
        assertThat(lines.vector("peace")).isNotEqualTo(lines.vector("war"));
        lines.close();
    }

    @Test
    void isNotAvailableWhereItIsNotWanted() throws Exception {
        Path untouched = folder.resolve("untouched");
        SentenceModel off = Models.none(untouched);
        off.begin();
        assertNotAvailable(off);
        assertThat(untouched).doesNotExist();
        off.close();
    }

    @Test
    void isNotAvailableWhereItsFilesAreMissingOrBroken() throws Exception {
        assertNotAvailable(new SentenceModel(settings(folder.resolve("nowhere"), null)));
        Path broken = copy("broken");
        Files.writeString(broken.resolve("model.onnx"), "This is no network.");
        assertNotAvailable(new SentenceModel(settings(broken, null)));
        Path mute = copy("mute");
        Files.writeString(mute.resolve("tokenizer.json"), "{\"model\": {\"type\": \"WordPiece\", \"vocab\": {}}}");
        assertNotAvailable(new SentenceModel(settings(mute, null)));
    }

    private static void assertNotAvailable(SentenceModel model) {
        assertThat(model.available()).isFalse();
        assertThatThrownBy(() -> model.vector("text")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(model::name).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesWorkOnceItIsClosed() throws Exception {
        SentenceModel closed = new SentenceModel(settings(copy("closed"), null));
        assertThat(closed.available()).isTrue();
        closed.close();
        closed.close();
        assertThatThrownBy(() -> closed.vector("text")).isInstanceOf(IllegalStateException.class);
    }

    private static MeaningSettings settings(Path files, Integer maxTokens) {
        return new MeaningSettings(true, files, null, maxTokens, folder.resolve("native"));
    }

    /** The built-in model as somebody would lay another one. */
    private static Path copy(String name) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(name));
        try (var network = SentenceModel.class.getResourceAsStream("/all-minilm-l6-v2-q.onnx");
                var tokenizer = SentenceModel.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
            Files.copy(network, copy.resolve("model.onnx"));
            Files.copy(tokenizer, copy.resolve("tokenizer.json"));
        }
        return copy;
    }

    private static double cosine(String one, String other) {
        return dot(model.vector(one), model.vector(other));
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
