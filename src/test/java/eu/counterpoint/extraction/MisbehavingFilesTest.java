package eu.counterpoint.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.extraction.Extraction.Status;
import eu.counterpoint.file.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** A file may do to its worker what it likes: it costs that file only, and what was read before is kept. */
@Order(1)
class MisbehavingFilesTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final WorkerPool POOL = new WorkerPool(Pools.settings(LONG, LONG));

    @RegisterExtension
    static final LeavesNothing AFTERWARDS = new LeavesNothing(POOL::pids);

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        POOL.close();
    }

    @Test
    void stopsAFileThatTakesTooLongAndKeepsWhatWasRead() throws Exception {
        try (WorkerPool pool = new WorkerPool(Pools.settings(SHORT, LONG))) {
            Extraction extraction = pool.extract(file("page The first page.\npage The second page.\nspin"),
                    "a.misbehaving");
            assertThat(extraction.status()).isEqualTo(Status.TIMED_OUT);
            assertThat(extraction.reason()).isEqualTo("timed-out");
            assertThat(extraction.passages()).containsExactly(new Passage(0, 1, null, "The first page."),
                    new Passage(1, 2, null, "The second page."));
            assertThat(extraction.properties().mediaType()).isEqualTo("application/x-misbehaving");
            assertThat(pool.extract(file("say Fine."), "a.misbehaving").status()).isEqualTo(Status.EXTRACTED);
        }
    }

    @Test
    void stopsAFileThatStallsAndKeepsEvenAnUnfinishedPage() throws Exception {
        try (WorkerPool pool = new WorkerPool(Pools.settings(LONG, SHORT))) {
            Extraction extraction = pool.extract(file("page A whole page.\nsay Half a page.\nhang"), "a.misbehaving");
            assertThat(extraction.status()).isEqualTo(Status.TIMED_OUT);
            assertThat(extraction.reason()).isEqualTo("stalled");
            assertThat(extraction.passages()).extracting(Passage::text).containsExactly("A whole page.",
                    "Half a page.");
        }
    }

    @Test
    void survivesAFileThatTakesAllMemory() throws Exception {
        Extraction extraction = read("page Read before.\nhoard");
        assertThat(extraction.status()).isEqualTo(Status.CRASHED);
        assertThat(extraction.reason()).isEqualTo("out-of-memory");
        assertThat(extraction.passages()).extracting(Passage::text).containsExactly("Read before.");
        readsTheNextFile();
    }

    @Test
    void survivesAFileThatEndsTheWorker() throws Exception {
        Extraction extraction = read("page Read before.\nexit 0");
        assertThat(extraction.status()).isEqualTo(Status.CRASHED);
        assertThat(extraction.reason()).isEqualTo("crashed");
        assertThat(extraction.passages()).extracting(Passage::text).containsExactly("Read before.");
        readsTheNextFile();
    }

    @Test
    void survivesAWorkerThatIsKilledInTheMiddle() throws Exception {
        Path file = file("page Read before.\nhang");
        CompletableFuture<Extraction> reading = CompletableFuture.supplyAsync(() -> extract(POOL, file));
        await().atMost(Duration.ofMinutes(2)).until(() -> POOL.isReading() && POOL.pids().size() == 1);
        POOL.pids().forEach(pid -> ProcessHandle.of(pid).orElseThrow().destroyForcibly());
        assertThat(reading.get().status()).isEqualTo(Status.CRASHED);
        assertThat(reading.get().reason()).isEqualTo("stopped");
        readsTheNextFile();
    }

    @Test
    void endsTheProgramsThatAFileMadeItsWorkerStart() throws Exception {
        try (WorkerPool pool = new WorkerPool(Pools.settings(LONG, SHORT))) {
            assertThat(pool.extract(file("fork 6662\nhang"), "a.misbehaving").reason()).isEqualTo("stalled");
            await().atMost(SHORT).until(() -> !sleeping("6662"));
            assertThat(pool.extract(file("fork 6663\nexit 0"), "a.misbehaving").status())
                    .isEqualTo(Status.CRASHED);
            await().atMost(SHORT).until(() -> !sleeping("6663"));
            assertThat(pool.extract(file("say Done.\nwait\nfork 6664"), "a.misbehaving").status())
                    .isEqualTo(Status.EXTRACTED);
            await().atMost(SHORT).until(() -> !sleeping("6664"));
            assertThat(pool.extract(file("say Fine."), "a.misbehaving").status()).isEqualTo(Status.EXTRACTED);
        }
    }

    @Test
    void endsTheProgramsOfAFileThatEndsAtOnceAndIsTheLast() throws Exception {
        try (WorkerPool pool = new WorkerPool(Pools.settings(LONG, LONG))) {
            pool.extract(file("say Done.\nwait"), "a.misbehaving");
            assertThat(pool.extract(file("say Done.\nfork 6665"), "a.misbehaving").status())
                    .isEqualTo(Status.EXTRACTED);
            await().atMost(SHORT).until(() -> !sleeping("6665"));
        }
    }

    @Test
    void endsAProgramThatHasDetachedItself() throws Exception {
        try (WorkerPool pool = new WorkerPool(Pools.settings(LONG, LONG))) {
            assertThat(pool.extract(file("say Done.\ndetach 6666\nwait"), "a.misbehaving").status())
                    .isEqualTo(Status.EXTRACTED);
            await().atMost(SHORT).until(() -> !sleeping("6666"));
            assertThat(pool.extract(file("say Fine."), "a.misbehaving").status()).isEqualTo(Status.EXTRACTED);
        }
    }

    private static boolean sleeping(String seconds) {
        return ProcessHandle.allProcesses().filter(ProcessHandle::isAlive)
                .anyMatch(process -> process.info().commandLine().orElse("").endsWith("sleep " + seconds));
    }

    @Test
    void ignoresWhatParsersPrint() throws Exception {
        Extraction extraction = read("say Before.\nprint\nsay After.");
        assertThat(extraction.status()).isEqualTo(Status.EXTRACTED);
        assertThat(extraction.passages()).extracting(Passage::text).containsExactly("Before.\n\nAfter.");
    }

    @Test
    void believesNoForgedFrames() throws Exception {
        assertThat(read("forge").status()).isEqualTo(Status.CRASHED);
        readsTheNextFile();
    }

    @Test
    void keepsWhatWasReadBeforeTheParserFailed() throws Exception {
        Extraction extraction = read("page Read before.\nfail Something is broken");
        assertThat(extraction.status()).isEqualTo(Status.TRUNCATED);
        assertThat(extraction.reason()).isEqualTo("damaged-partly");
        assertThat(extraction.passages()).extracting(Passage::text).containsExactly("Read before.");
        assertThat(read("fail Something is broken").reason()).isEqualTo("damaged");
        assertThat(read("overflow").reason()).isEqualTo("damaged");
    }

    @Test
    void stopsAFileThatFillsTheDisk() throws Exception {
        ExtractionSettings settings = new ExtractionSettings(1, DataSize.ofMegabytes(128), LONG, LONG, LONG, 1000, 10,
                5,
                DataSize.ofMegabytes(1), 1000, false);
        try (WorkerPool pool = new WorkerPool(settings)) {
            Extraction extraction = pool.extract(file("litter 2000000"), "a.misbehaving");
            assertThat(extraction.status()).isEqualTo(Status.TRUNCATED);
            assertThat(extraction.reason()).isEqualTo("expands-too-much");
        }
    }

    @Test
    void readsOnWhereItsFolderWasTidiedAway() throws Exception {
        try (WorkerPool pool = new WorkerPool(Pools.settings(LONG, LONG))) {
            assertThat(pool.extract(file("scratch\nsay Fine."), "a.misbehaving").status()).isEqualTo(Status.EXTRACTED);
            Path link = Path.of("/proc", pool.pids().getFirst().toString(), "cwd");
            assumeThat(link).exists();
            Path itsFolder = Files.readSymbolicLink(link);
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(itsFolder);
            Files.delete(itsFolder);
            assertThat(pool.extract(file("scratch\nsay Fine."), "a.misbehaving").status()).isEqualTo(Status.EXTRACTED);
            assertThat(Files.getPosixFilePermissions(itsFolder)).isEqualTo(rights);
        }
    }

    @Test
    void tellsTheWorkerNothingOfTheSurroundings() throws Exception {
        String names = read("surroundings").passages().getFirst().text();
        assertThat(names.split(" ")).contains("PATH").isSubsetOf("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ",
                "LD_LIBRARY_PATH", "SystemRoot", "windir");
        assertThat(System.getenv()).hasSizeGreaterThan(names.split(" ").length);
    }

    @Test
    void anInterruptEndsTheWorker() throws Exception {
        Path file = file("hang");
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = Thread.ofPlatform().start(() -> {
            try {
                POOL.extract(file, "a.misbehaving");
            } catch (InterruptedException | RuntimeException e) {
                thrown.set(e);
            }
        });
        await().atMost(Duration.ofMinutes(2)).until(() -> POOL.isReading() && POOL.pids().size() == 1);
        ProcessHandle worker = ProcessHandle.of(POOL.pids().getFirst()).orElseThrow();
        caller.interrupt();
        caller.join();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(worker.isAlive()).isFalse();
        readsTheNextFile();
    }

    @Test
    void closingEndsWorkersAndRemovesTheirFolders() throws Exception {
        WorkerPool pool = new WorkerPool(Pools.settings(LONG, LONG));
        Path file = file("hang");
        CompletableFuture<Extraction> reading = CompletableFuture.supplyAsync(() -> extract(pool, file));
        await().atMost(Duration.ofMinutes(2)).until(() -> pool.isReading() && pool.pids().size() == 1);
        ProcessHandle worker = ProcessHandle.of(pool.pids().getFirst()).orElseThrow();
        pool.close();
        assertThat(worker.isAlive()).isFalse();
        assertThatThrownBy(reading::get).hasCauseInstanceOf(ExtractorUnavailableException.class);
        assertThatThrownBy(() -> pool.extract(file, "a.misbehaving")).isInstanceOf(ExtractorUnavailableException.class);
        assertThat(pool.pids()).isEmpty();
    }

    private void readsTheNextFile() throws Exception {
        assertThat(read("say Fine.").passages()).extracting(Passage::text).containsExactly("Fine.");
    }

    private Extraction read(String script) throws IOException, InterruptedException {
        return POOL.extract(file(script), "a.misbehaving");
    }

    private static Extraction extract(WorkerPool pool, Path file) {
        try {
            return pool.extract(file, "a.misbehaving");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path file(String script) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "script", null), script);
    }
}
