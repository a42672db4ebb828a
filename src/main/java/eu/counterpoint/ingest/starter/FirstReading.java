package eu.counterpoint.ingest.starter;

import eu.counterpoint.extraction.Extractor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads documents of the starter collection in vain once the application answers. The first file that a worker reads takes some
 * seconds more than any other, for all that its parser needs is loaded then; so nobody waits for that. One worker is enough:
 * files are given to the one that read last.
 */
@Component
@ConditionalOnBooleanProperty(name = {"counterpoint.extraction.warm",
        "counterpoint.extraction.rehearse"}, matchIfMissing = true)
class FirstReading {

    private static final List<String> USUAL = List.of("describing-a-campaign-with-gammma-plus.pdf",
            "judging-evidence.docx");
    private static final Logger log = LoggerFactory.getLogger(FirstReading.class);

    private final Extractor extractor;

    FirstReading(Extractor extractor) {
        this.extractor = extractor;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofVirtual().name("first-reading").start(this::read);
    }

    /** Whatever goes wrong with it goes wrong with the first real file, too, and is told there. */
    private void read() {
        try {
            for (String name : USUAL) {
                Path copy = Files.createTempFile("counterpoint-first-", ".tmp");
                try (InputStream content = StarterRecord.open(name)) {
                    Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
                    extractor.extract(copy, name);
                } finally {
                    Files.deleteIfExists(copy);
                }
            }
        } catch (IOException | RuntimeException e) {
            log.debug("Nothing was read beforehand", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
