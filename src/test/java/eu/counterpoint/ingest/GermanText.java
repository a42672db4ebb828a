package eu.counterpoint.ingest;

import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.Reader;
import eu.counterpoint.extraction.worker.Prose;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** A draft with one German file that has been read. */
public final class GermanText {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

    private GermanText() {}

    public static Material draft(ApplicationContext application, Reader owner) throws IOException {
        Intake intake = application.getBean(Intake.class);
        Library library = application.getBean(Library.class);
        byte[] text = Prose.GERMAN.passage(0).getBytes(StandardCharsets.UTF_8);
        MaterialId id = intake.create(Description.EMPTY,
                List.of(intake.keep(new Upload("bericht.txt", new ByteArrayInputStream(text)))), owner).id();
        await().atMost(LONG_ENOUGH).until(() -> library.find(id).orElseThrow().files().getFirst().outcome(),
                Outcome.EXTRACTED::equals);
        return library.find(id).orElseThrow();
    }
}
