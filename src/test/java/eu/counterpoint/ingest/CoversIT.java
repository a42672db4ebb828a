package eu.counterpoint.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.library.Covers;
import eu.counterpoint.library.Covers.Cover;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.NewFile;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.testing.Scans;
import eu.counterpoint.testing.Sheets;
import eu.counterpoint.testing.WithCovers;
import eu.counterpoint.testing.Words;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Covers come after the text, by themselves, and whatever goes wrong with one costs nothing else. */
@Tag("once")
@WithCovers
class CoversIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Autowired
    private ApplicationContext application;
    @Autowired
    private Intake intake;
    @Autowired
    private Library library;
    @Autowired
    private Covers covers;
    @Autowired
    private CoverWalk walk;
    @Autowired
    private JdbcClient database;

    private Reader owner;
    /** In each file, so that no other has the same content. */
    private final String word = Words.unique();

    @BeforeEach
    void owner() {
        owner = TestPeople.contributor(application);
    }

    @Test
    void showsTheFirstFileThatHasACover() throws IOException {
        MaterialId id = sent("notes.txt", word.getBytes(), "talk.pptx", Sheets.slides(word, Color.GREEN),
                "report.pdf", Sheets.pdf(word, Color.RED));

        await().atMost(PATIENCE)
                .until(() -> covers.has(file(id, 1).sha256()) && covers.has(file(id, 2).sha256()));

        assertThat(cover(id)).contains(new Cover(file(id, 1).id(), 400, 300));
        assertThat(file(id, 0).outcome()).isEqualTo(Outcome.EXTRACTED);
    }

    @Test
    void goesWhenItsFileGoes() throws IOException {
        MaterialId id = sent("report.pdf", Sheets.pdf(word, Color.RED));
        await().atMost(PATIENCE).until(() -> cover(id).isPresent());

        library.removeFile(id, file(id, 0).id(), owner);

        assertThat(cover(id)).isEmpty();
    }

    @Test
    void costsAFileThatExplodesItsCoverAlone() throws IOException {
        byte[] bomb = Scans.encoded(new BufferedImage(30_000, 30_000, BufferedImage.TYPE_BYTE_BINARY), "png");
        MaterialId hostile = sent("bomb.png", bomb);
        MaterialId next = sent("next.pdf", Sheets.pdf(word, Color.RED));

        await().atMost(PATIENCE).until(() -> cover(next).isPresent() && tried(hostile));

        assertThat(cover(hostile)).isEmpty();
        assertThat(file(hostile, 0).outcome()).as("a picture without words").isEqualTo(Outcome.EMPTY);
    }

    @Test
    void isTriedOnceMoreWhenItsWorkerIsKilled() throws IOException {
        MaterialId id = sent("slow.pdf", Sheets.slowPdf(Sheets.SOME_SECONDS));
        await().atMost(PATIENCE).until(() -> !workers().isEmpty());
        workers().forEach(ProcessHandle::destroyForcibly);
        assertThat(tried(id)).as("it was not there yet").isFalse();

        await().atMost(PATIENCE).until(() -> cover(id).isPresent());
    }

    @Test
    void isGivenUpAloneWhereTheApplicationDiesOverIt(@Autowired CoverQueue queue,
            @Autowired TransactionTemplate transaction) throws IOException {
        MaterialId id = sent("report.pdf", Sheets.pdf(word, Color.RED));
        await().atMost(PATIENCE).until(() -> cover(id).isPresent());
        database.sql("delete from covers where sha256 = ?").param(file(id, 0).sha256().hex()).update();

        transaction.executeWithoutResult(status -> {
            queue.enqueue(id, file(id, 0).id());
            database.sql("""
                    update cover_jobs set picked = true, picked_by = 'an instance that is gone', last_heartbeat = ?,
                    task_data = ? where task_instance like ?""").params(
                    OffsetDateTime.now(ZoneOffset.UTC).minusHours(1),
                    new AttemptSerializer().serialize(new Attempt(0, 0, 2)), id.value() + ":%").update();
        });

        await().atMost(PATIENCE).until(() -> tried(id));
        assertThat(cover(id)).isEmpty();
        assertThat(file(id, 0).outcome()).isEqualTo(Outcome.EXTRACTED);
    }

    @Test
    void comesToFilesThatWereThereBefore() throws IOException {
        MaterialId id = sent("report.pdf", Sheets.pdf(word, Color.BLUE));
        await().atMost(PATIENCE).until(() -> cover(id).isPresent());
        database.sql("delete from covers where sha256 = ?").param(file(id, 0).sha256().hex()).update();
        assertThat(cover(id)).isEmpty();

        for (Long last = walk.portion(0); last != null; last = walk.portion(last)) {
            assertThat(last).isNotNegative();
        }

        await().atMost(PATIENCE).until(() -> cover(id).isPresent());
    }

    /** @param files names and contents in turn */
    private MaterialId sent(Object... files) throws IOException {
        List<NewFile> kept = new ArrayList<>();
        for (int i = 0; i < files.length; i += 2) {
            kept.add(intake.keep(new Upload((String) files[i], new ByteArrayInputStream((byte[]) files[i + 1]))));
        }
        Material material = intake.create(Description.EMPTY, kept, owner);
        await().atMost(PATIENCE).until(() -> library.find(material.id()).orElseThrow().files().stream()
                .noneMatch(file -> file.outcome() == Outcome.PENDING));
        return material.id();
    }

    private MaterialFile file(MaterialId id, int number) {
        return library.find(id).orElseThrow().files().get(number);
    }

    private Optional<Cover> cover(MaterialId id) {
        return Optional.ofNullable(covers.of(List.of(id)).get(id));
    }

    private boolean tried(MaterialId id) {
        return database.sql("select count(*) from covers where sha256 = ?").param(file(id, 0).sha256().hex())
                .query(Long.class).single() == 1;
    }

    /** Those that draw covers, known by their last argument. */
    private static List<ProcessHandle> workers() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).filter(process -> {
            try {
                return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                        .endsWith("\0covers\0");
            } catch (IOException gone) {
                return false;
            }
        }).toList();
    }
}
