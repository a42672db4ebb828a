package eu.counterpoint.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.extraction.Extraction;
import eu.counterpoint.extraction.Extraction.Properties;
import eu.counterpoint.extraction.Extraction.Status;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingsTest {

    private static final FileId FILE = new FileId(7);
    private static final FileId OTHER = new FileId(8);

    @Test
    void aReadingThatCameToItsEndIsSharedByAllThatHaveTheOriginal() {
        assertThat(Findings.reading("tika", FILE, 0, ended(Status.EXTRACTED, null))).isEqualTo("tika")
                .isEqualTo(Findings.reading("tika", OTHER, 0, ended(Status.EXTRACTED, null)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXTRACTED")
    void anyOtherBelongsToTheOneFile(Status status) {
        assertThat(Findings.reading("tika", FILE, 0, ended(status, "a-reason"))).isNotEqualTo("tika")
                .isNotEqualTo(Findings.reading("tika", OTHER, 0, ended(status, "a-reason")));
    }

    @Test
    void soDoesWhatASecondReadingBrings() {
        assertThat(Findings.reading("tika", FILE, 1, ended(Status.EXTRACTED, null))).isNotEqualTo("tika")
                .isNotEqualTo(Findings.reading("tika", OTHER, 1, ended(Status.EXTRACTED, null)))
                .isNotEqualTo(Findings.reading("tika", FILE, 2, ended(Status.EXTRACTED, null)));
    }

    @Test
    void aTextThatWasReadWholeIsSharedAlsoWhereThereAreScansBesideIt() {
        Extraction extraction = ended(Status.TRUNCATED, "scanned-pages");
        assertThat(Findings.reading("tika", FILE, 0, extraction)).isEqualTo("tika");
        assertThat(Findings.of(extraction, "tika").outcome()).isEqualTo(Outcome.TRUNCATED);
    }

    @Test
    void nobodyIsToldToReadAFileAgainThatAPasswordHasOpened() {
        assertThat(Findings.opened(ended(Status.TRUNCATED, "scanned-pages"), "tika").reason())
                .isEqualTo("scanned-pages-protected");
        assertThat(Findings.opened(ended(Status.EMPTY, "scan"), "tika").reason()).isEqualTo("scan-protected");
        assertThat(Findings.opened(ended(Status.TRUNCATED, "too-deep"), "tika").reason()).isEqualTo("too-deep");
    }

    private static Extraction ended(Status status, @Nullable String reason) {
        return new Extraction(status, reason, List.of(), Properties.NONE);
    }
}
