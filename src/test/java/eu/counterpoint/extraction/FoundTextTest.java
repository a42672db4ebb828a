package eu.counterpoint.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.extraction.Extraction.Status;
import eu.counterpoint.extraction.worker.Frame;
import eu.counterpoint.extraction.worker.Reason;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** The application holds no more than it can, whatever a worker says that was taken over by a file. */
class FoundTextTest {

    private static final int LIMIT = 10_000;

    private final FoundText found = new FoundText("a", LIMIT);

    @Test
    void keepsNoMoreTextThanTwiceTheLimit() {
        for (int i = 0; i < 1_000; i++) {
            found.add(text("x".repeat(1_000), null));
        }
        assertThat(passages()).isEqualTo(20);
    }

    @Test
    void keepsNoMillionsOfPassagesOfOneCharacter() {
        for (int i = 0; i < 100_000; i++) {
            found.add(text("x", null));
        }
        assertThat(passages()).isEqualTo(200);
    }

    @Test
    void keepsNoMoreNamesOfPartsEither() {
        for (int i = 0; i < 1_000; i++) {
            found.add(text("x", "y".repeat(9_900)));
        }
        assertThat(passages()).isEqualTo(2);
    }

    @Test
    void keepsNoUnfinishedTextsThatAreTooMany() {
        found.add(text("Before.", null));
        found.add(new Frame.Draft(Collections.nCopies(100_000, text("x", null))));
        assertThat(passages()).isOne();
        found.add(new Frame.Draft(Collections.nCopies(3, text("x", null))));
        assertThat(passages()).isEqualTo(4);
    }

    private int passages() {
        return found.cutShort(Status.CRASHED, Reason.CRASHED).passages().size();
    }

    private static Frame.Text text(String words, String part) {
        return new Frame.Text(0, 0, part, words, -1);
    }
}
