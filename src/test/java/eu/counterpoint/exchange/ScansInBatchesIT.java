package eu.counterpoint.exchange;

import static eu.counterpoint.exchange.BatchSender.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.counterpoint.account.Role;
import eu.counterpoint.exchange.BatchSender.FormOf;
import eu.counterpoint.exchange.Caller.Form;
import eu.counterpoint.testing.BesideOthers;
import eu.counterpoint.testing.Scans;
import eu.counterpoint.testing.WholeApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Scans among the files of a batch, while the recognition of text is slow. Needs Tesseract; says so and skips without it. */
@WholeApplication
@BesideOthers
@Tag("once")
@TestPropertySource(properties = {"counterpoint.extraction.ocr=auto", "counterpoint.batch.files-ahead=2",
        "counterpoint.extraction.tesseract=" + ScansInBatchesIT.PROGRAM})
class ScansInBatchesIT {

    static final String PROGRAM = "target/slow-scans/tesseract";
    private static final Path GATE = Path.of("target/slow-scans/open").toAbsolutePath();
    private static final int SCANS = 4;

    @Autowired
    private ApplicationContext application;

    private BatchSender sender;

    /** Tesseract itself, which begins with a page when we say so. */
    @BeforeEach
    void aTesseractThatTakesItsTime() throws IOException {
        assumeTrue(Scans.tesseract().isPresent(), "Tesseract is not installed");
        Files.createDirectories(GATE.getParent());
        Files.deleteIfExists(GATE);
        Path program = Files.writeString(Path.of(PROGRAM), """
                #!/bin/sh
                case "$1" in --*) ;; *) while [ ! -e '%s' ]; do sleep 0.2; done ;; esac
                exec '%s' "$@"
                """.formatted(GATE, Scans.tesseract().orElseThrow()));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        sender = new BatchSender(Caller.another(Role.CONTRIBUTOR, application));
    }

    @Test
    void holdUpNoFileWithTextAndAreSaidToBeReadWhileTheyAre() throws IOException {
        Form form = new FormOf();
        for (int i = 0; i < SCANS; i++) {
            form.file("scan-" + i + ".pdf", Scans.pdf(List.of(Scans.ENGLISH + "\nNumber " + i)));
        }
        JsonNode batch = sender.send("/api/batches", form.file("text.txt", "A text behind all scans."));
        sender.start(batch);

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode now = sender.read(batch);
            assertThat(now.at("/files/done").asInt()).as("the text").isOne();
            assertThat(now.at("/files/extracting").asInt()).as("by a worker of the recognition").isPositive();
        });
        assertThat(sender.read(batch).get("state").asString()).isEqualTo("running");

        Files.createFile(GATE);
        assertThat(sender.whenDone(batch).at("/files/done").asInt()).isEqualTo(SCANS + 1);
    }
}
