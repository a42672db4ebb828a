package eu.counterpoint.ingest.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.file.FileStore;
import eu.counterpoint.file.Sha256;
import eu.counterpoint.ingest.ForgottenOriginals;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.ingest.Upload;
import eu.counterpoint.library.Description;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.testing.Words;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What came for a batch that is no more does not stay in the store for ever. */
@WholeApplication
class ForgottenOriginalsIT {

    private static final Duration TWO_DAYS = Duration.ofDays(2);

    @Autowired
    private ApplicationContext application;
    @Autowired
    private Batches batches;
    @Autowired
    private ForgottenOriginals forgotten;
    @Autowired
    private Intake intake;
    @Autowired
    private FileStore store;
    @Autowired
    private JdbcClient database;

    private Reader sender;
    /** Of this test alone. */
    private final String word = Words.unique();

    @BeforeEach
    void somebody() {
        sender = TestPeople.contributor(application);
    }

    @Test
    void whatCameForARefusedBatchGoesUnlessSomethingElseHasIt() throws IOException {
        intake.create(Description.EMPTY, List.of(intake.keep(file("in-a-material.txt"))), sender);
        BatchId other = batches.open(sender);
        batches.receive(other, file("in-another-batch.txt"), sender);
        batches.receiveManifest(other, table("kept.csv"), sender);

        BatchId refused = batches.open(sender);
        batches.receiveManifest(refused, table("first.csv"), sender);
        batches.receiveManifest(refused, table("second.csv"), sender);
        for (String name : List.of("alone.txt", "in-a-material.txt", "in-another-batch.txt")) {
            batches.receive(refused, file(name), sender);
        }
        assertThatThrownBy(() -> batches.receive(refused, brokenArchiveWith("packed.txt"), sender))
                .isInstanceOf(BatchRefusedException.class);
        assertThat(isKept("packed.txt")).as("it came before the archive broke off").isTrue();
        batches.discard(refused, sender);

        forgotten.remove(Instant.now());
        assertThat(isKept("alone.txt")).as("somebody else may just be sending it").isTrue();

        assertThat(forgotten.remove(Instant.now().plus(TWO_DAYS))).isPositive();
        for (String name : List.of("alone.txt", "packed.txt", "first.csv", "second.csv")) {
            assertThat(isKept(name)).as(name).isFalse();
        }
        for (String name : List.of("in-a-material.txt", "in-another-batch.txt", "kept.csv")) {
            assertThat(isKept(name)).as(name).isTrue();
        }
    }

    @Test
    void soDoesWhatNobodySentToItsEnd() throws IOException {
        BatchId abandoned = batches.open(sender);
        batches.receive(abandoned, file("abandoned.txt"), sender);
        database.sql("update batches set created_at = ? where id = ?")
                .params(BatchTable.time(Instant.now().minus(TWO_DAYS)), abandoned.value()).update();
        batches.forgetUnsent();

        forgotten.remove(Instant.now().plus(TWO_DAYS));

        assertThat(isKept("abandoned.txt")).isFalse();
    }

    private Upload file(String name) {
        return new Upload(name, new ByteArrayInputStream(content(name)));
    }

    private Upload table(String name) {
        return file(name);
    }

    private Upload brokenArchiveWith(String name) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            for (String entry : List.of(name, "cut-off.txt")) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(content(entry));
            }
            zip.flush();
        }
        byte[] whole = archive.toByteArray();
        int second = new String(whole, StandardCharsets.ISO_8859_1).indexOf("cut-off.txt");
        return new Upload("broken.zip", new ByteArrayInputStream(whole, 0, second + "cut-off.txt".length() + 5));
    }

    private boolean isKept(String name) throws IOException {
        try {
            return store.path(new Sha256(DigestUtils.sha256Hex(content(name)))) != null;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private byte[] content(String name) {
        return ("key,title\n1," + name + " of " + word + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
