package eu.counterpoint.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.testing.WholeApplication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplication
class SweepIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Autowired
    private Library library;

    @Test
    void aFileThatWaitsWithoutAJobGetsOne(@Autowired Sweep sweep, @Autowired Intake intake,
            @Autowired JdbcClient database, @Autowired ApplicationContext application) throws IOException {
        Reader owner = TestPeople.contributor(application);
        MaterialId id = intake.create(Description.EMPTY, List.of(intake.keep(new Upload("forgotten.txt",
                new ByteArrayInputStream("Some words.".getBytes(StandardCharsets.UTF_8))))), owner).id();
        await().atMost(PATIENCE).until(() -> outcome(id) == Outcome.EXTRACTED);
        // As a catalogue is that was restored without its jobs.
        database.sql("update material_files set outcome = 'PENDING' where material_id = ?").param(id.value()).update();

        assertThat(sweep.sweep()).isPositive();

        await().atMost(PATIENCE).until(() -> outcome(id) == Outcome.EXTRACTED);
    }

    private Outcome outcome(MaterialId id) {
        return library.find(id).orElseThrow().files().getFirst().outcome();
    }
}
