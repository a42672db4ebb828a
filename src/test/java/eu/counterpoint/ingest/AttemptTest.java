package eu.counterpoint.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptTest {

    private final Serializer serializer = new AttemptSerializer();

    @Test
    void isKeptAsJson() {
        byte[] kept = serializer.serialize(new Attempt(1, 2, 3, 4));
        assertThat(new String(kept, StandardCharsets.UTF_8))
                .isEqualTo("{\"workersLost\":1,\"scansFailed\":2,\"deaths\":3,\"workersStopped\":4}");
        assertThat(serializer.deserialize(Attempt.class, kept)).isEqualTo(new Attempt(1, 2, 3, 4));
    }

    @Test
    void isReadAsOlderVersionsKeptIt() {
        byte[] kept = Serializer.DEFAULT_JAVA_SERIALIZER.serialize(203);
        assertThat(serializer.deserialize(Attempt.class, kept)).isEqualTo(new Attempt(3, 2, 0));
        byte[] withoutStopped = "{\"workersLost\":1,\"scansFailed\":2,\"deaths\":3}".getBytes(StandardCharsets.UTF_8);
        assertThat(serializer.deserialize(Attempt.class, withoutStopped)).isEqualTo(new Attempt(1, 2, 3, 0));
    }

    @Test
    void givesAFileMoreTriesWhoseWorkerWasStoppedThanOneOverWhichItBrokeDown() {
        Attempt attempt = Attempt.FIRST;
        for (int tries = 1; tries <= 4; tries++) {
            assertThat(attempt.mayLoseAnother(true)).isTrue();
            attempt = attempt.afterLostWorker(true);
            assertThat(attempt.mayLoseAnother(false)).isTrue();
        }
        assertThat(attempt.mayLoseAnother(true)).isFalse();
        assertThat(attempt.afterLostWorker(false).mayLoseAnother(false)).isFalse();
    }

    @Test
    void letsAFileRestLongerEachTime() {
        Duration first = Duration.ofSeconds(3);
        assertThat(Attempt.FIRST.rest(first)).isEqualTo(first);
        assertThat(Attempt.FIRST.afterLostWorker(true).afterLostWorker(false).rest(first))
                .isEqualTo(Duration.ofSeconds(48));
    }

    @Test
    void countsDeathsInARow() {
        Attempt twice = new Attempt(1, 0, 0).afterDeath().afterDeath();
        assertThat(twice).isEqualTo(new Attempt(1, 0, 2));
        assertThat(twice.onLastTry()).isTrue();
        assertThat(twice.spent()).isFalse();
        assertThat(twice.afterTrouble()).isEqualTo(new Attempt(1, 0, 0));
        assertThat(twice.afterLostWorker(false)).isEqualTo(new Attempt(2, 0, 0));
        assertThat(twice.afterFailedScan()).isEqualTo(new Attempt(1, 1, 0));
    }

    @Test
    void staysSpentWhateverGoesWrongWhileThatIsNoted() {
        Attempt spent = Attempt.FIRST.afterDeath().afterDeath().afterDeath();
        assertThat(spent.spent()).isTrue();
        assertThat(spent.onLastTry()).isFalse();
        assertThat(spent.afterTrouble().spent()).isTrue();
        assertThat(spent.afterFailedScan().spent()).isTrue();
        assertThat(spent.afterDeath().spent()).isTrue();
    }
}
