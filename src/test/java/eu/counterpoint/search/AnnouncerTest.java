package eu.counterpoint.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.library.MaterialId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When somebody hears that a material can be found. There is no engine here: what it cannot show now it shows by itself later. */
class AnnouncerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final IndexPair PAIR = new IndexPair("materials", "passages");

    private final List<Object> told = new CopyOnWriteArrayList<>();
    private final Announcer announcer = new Announcer(null, told::add);

    @AfterEach
    void stop() {
        announcer.destroy();
    }

    @Test
    void tellsInTheEndHoweverLongTheWritingGoesOn() {
        announcer.writing(true);
        announcer.announce(PAIR, written(1));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told).containsExactly(written(1)));

        announcer.announce(PAIR, written(2));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told).containsExactly(written(1), written(2)));
    }

    @Test
    void tellsAtOnceWhenNothingMoreIsToBeWritten() {
        announcer.announce(PAIR, written(1));
        await().atMost(PATIENCE).until(() -> told.size() == 1);
        announcer.writing(true);
        announcer.announce(PAIR, written(2));
        announcer.writing(false);
        announcer.hurry();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told).containsExactly(written(1), written(2)));
    }

    private static MaterialIndexed written(long version) {
        return new MaterialIndexed(new MaterialId("aaaaaaaaaa"), version);
    }
}
