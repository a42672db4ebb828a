package eu.counterpoint.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.extraction.Recogniser.PageProgress;
import eu.counterpoint.library.FileId;
import eu.counterpoint.testing.WholeApplication;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How far scans are, in the database, so that every instance can say it. */
@Tag("once")
@WholeApplication
class RecognitionProgressIT {

    /** No file has such a number. */
    private static final FileId FILE = new FileId(4_000_000_001L);
    private static final FileId OTHER = new FileId(4_000_000_002L);

    @Autowired
    private RecognitionProgress progress;

    @Test
    void isKnownFromTheFirstPageToTheEnd() {
        assertThat(progress.of(List.of())).isEmpty();
        progress.note(FILE, new PageProgress(0, 12));
        progress.note(FILE, new PageProgress(7, 12));
        assertThat(progress.of(List.of(FILE, OTHER))).hasSize(1).containsEntry(FILE, new PageProgress(7, 12));
        progress.ended(FILE);
        assertThat(progress.of(List.of(FILE, OTHER))).isEmpty();
    }
}
