package eu.counterpoint.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.counterpoint.extraction.Extraction.Status;
import eu.counterpoint.extraction.Recogniser.PageProgress;
import eu.counterpoint.extraction.Recogniser.Recognition;
import eu.counterpoint.testing.Scans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What tests of words in pictures of pages begin with: a pool that reads texts and one that reads pictures, which all tests of a class share and
 * none may leave anything behind in. They need Tesseract with English, French and German; where that is missing, they say so and skip.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OneRecogniser {

    static final ExtractionSettings SETTINGS = Pools.settings(1);
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Duration HOUR = Duration.ofHours(1);
    static final String WORDS = "text:This page has words of its own, so nobody needs to look at its picture.";
    /** Words for every page, whatever is on it. */
    static final String SAYS = "echo '" + Scans.ENGLISH + "' > \"$2.txt\"";

    WorkerPool texts;
    RecognitionPool pictures;

    @RegisterExtension
    final LeavesNothing afterwards = new LeavesNothing(() -> pictures == null ? List.of() : pictures.pids());

    @TempDir
    Path folder;

    final List<PageProgress> progress = new ArrayList<>();

    @BeforeAll
    final void start() {
        assumeTrue(Scans.tesseract().isPresent(), "Tesseract is not installed");
        texts = new WorkerPool(SETTINGS);
        pictures = pool(null, 300, PATIENCE);
        assumeTrue(new Tesseract(settings(null, 300, PATIENCE, HOUR)).installed().orElseThrow().languages()
                .containsAll(Set.of("eng", "fra", "deu")), "Tesseract lacks English, French or German");
    }

    @BeforeEach
    final void nothingYet() {
        progress.clear();
    }

    @AfterAll
    final void close() {
        if (pictures != null) {
            texts.close();
            pictures.close();
        }
    }

    /** As it was taken: turned. */
    final void readsAPhotograph() throws Exception {
        Path photograph = file("photo.jpg", Scans.photograph(Scans.GERMAN));
        Extraction text = texts.extract(photograph, "photo.jpg");
        assertThat(text.status()).isEqualTo(Status.EMPTY);

        Extraction read = recognise(pictures, photograph, text).extraction();

        assertThat(read.status()).isEqualTo(Status.EXTRACTED);
        assertThat(read.properties().language()).isEqualTo("de");
        assertThat(read.passages()).singleElement().satisfies(passage -> {
            assertThat(passage.page()).isEqualTo(1);
            assertThat(passage.text()).contains("Straßensozialarbeiter");
        });
    }

    final Recognition recognise(RecognitionPool pool, Path file, Extraction text, String... languages)
            throws InterruptedException {
        return pool.recognise(file, "a", text.passages(), List.of(languages), progress::add);
    }

    static RecognitionPool pool(@Nullable Path program, int pages, Duration page) {
        RecognitionSettings settings = settings(program, pages, page, HOUR);
        return new RecognitionPool(SETTINGS, settings, new Tesseract(settings));
    }

    static RecognitionSettings settings(@Nullable Path program, int pages, Duration page, Duration whole) {
        return new RecognitionSettings(RecognitionSettings.Mode.AUTO, program == null ? null : program.toString(), 1,
                pages, page, whole);
    }

    final Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    /** A Tesseract that tells of itself what the one of this machine does, and reads pages in its own way. */
    final Path program(String script) throws IOException {
        String honest = "case \"$1\" in --*) exec " + Scans.tesseract().orElseThrow() + " \"$@\";; '') exit 0;; esac\n";
        Path program = Files.writeString(folder.resolve("tesseract"), "#!/bin/sh\n" + honest + script + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
