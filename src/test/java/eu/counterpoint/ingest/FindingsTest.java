package eu.counterpoint.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.extraction.Extraction.Status;
import eu.counterpoint.library.FileId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingsTest {

    private static final FileId FILE = new FileId(7);
    private static final FileId OTHER = new FileId(8);

    @Test
    void aReadingThatCameToItsEndIsSharedByAllThatHaveTheOriginal() {
        assertThat(Findings.reading("tika", FILE, 0, Status.EXTRACTED)).isEqualTo("tika")
                .isEqualTo(Findings.reading("tika", OTHER, 0, Status.EXTRACTED));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXTRACTED")
    void anyOtherBelongsToTheOneFile(Status status) {
        assertThat(Findings.reading("tika", FILE, 0, status)).isNotEqualTo("tika")
                .isNotEqualTo(Findings.reading("tika", OTHER, 0, status));
    }

    @Test
    void soDoesWhatASecondReadingBrings() {
        assertThat(Findings.reading("tika", FILE, 1, Status.EXTRACTED)).isNotEqualTo("tika")
                .isNotEqualTo(Findings.reading("tika", OTHER, 1, Status.EXTRACTED))
                .isNotEqualTo(Findings.reading("tika", FILE, 2, Status.EXTRACTED));
    }
}
