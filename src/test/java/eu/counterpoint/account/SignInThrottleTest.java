package eu.counterpoint.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private static final String HOME = "192.0.2.7";

    private final SettableClock clock = new SettableClock();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void letsAPersonMistypeFourTimes() {
        for (int i = 0; i < 4; i++) {
            assertThat(throttle.attempt("anna", HOME)).isZero();
        }
        assertThat(throttle.attempt("anna", HOME)).isZero();
        throttle.succeeded("anna", HOME);
        assertThat(throttle.attempt("anna", HOME)).isZero();
    }

    @Test
    void makesTheWaitsGrowUpToAQuarterOfAnHour() {
        fail("anna", HOME, 5);
        assertThat(throttle.attempt("anna", HOME)).isEqualTo(Duration.ofSeconds(30));
        var waits = new java.util.ArrayList<Duration>();
        for (int i = 0; i < 8; i++) {
            clock.now = clock.now.plus(throttle.attempt("anna", HOME));
            assertThat(throttle.attempt("anna", HOME)).isZero();
            waits.add(throttle.attempt("anna", HOME));
        }
        assertThat(waits).startsWith(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4))
                .endsWith(Duration.ofMinutes(15)).isSorted();
    }

    @Test
    void doesNotCountWhatWasNotLookedAt() {
        fail("anna", HOME, 5);
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.attempt("anna", HOME)).isEqualTo(Duration.ofSeconds(30));
        }
    }

    @Test
    void writesTheNameAsThePersonDoes() {
        fail("Anna ", HOME, 5);
        assertThat(throttle.attempt("anna", HOME)).isPositive();
    }

    @Test
    void keepsNobodyOutWhoComesFromElsewhere() {
        for (int address = 0; address < 200; address++) {
            fail("anna", "198.51.100." + address, 6);
        }
        assertThat(throttle.attempt("anna", HOME)).isZero();
    }

    @Test
    void slowsAnAddressThatTriesManyNames() {
        for (int i = 0; i < SignInThrottle.FREE_FOR_ADDRESS; i++) {
            assertThat(throttle.attempt("name" + i, HOME)).isZero();
        }
        assertThat(throttle.attempt("another", HOME)).isPositive();
    }

    @Test
    void doesNotLetSomebodyFreeTheirAddressWithAnAccountOfTheirOwn() {
        for (int i = 0; i < SignInThrottle.FREE_FOR_ADDRESS - 1; i++) {
            throttle.attempt("name" + i, HOME);
            throttle.attempt("mallory", HOME);
            throttle.succeeded("mallory", HOME);
        }
        throttle.attempt("one more", HOME);
        assertThat(throttle.attempt("another", HOME)).isPositive();
    }

    @Test
    void doesNotMindASchoolFullOfPeopleWhoKnowTheirPasswords() {
        for (int i = 0; i < 1000; i++) {
            assertThat(throttle.attempt("pupil" + i, HOME)).isZero();
            throttle.succeeded("pupil" + i, HOME);
        }
    }

    @Test
    void takesAHouseholdOfIPv6ForOneAddress() {
        fail("anna", "2001:db8:1:2::1", 5);
        assertThat(throttle.attempt("anna", "2001:db8:1:2:ffff::9")).isPositive();
        assertThat(throttle.attempt("anna", "2001:db8:1:3::1")).isZero();
    }

    @Test
    void forgetsAfterAnHour() {
        fail("anna", HOME, 9);
        clock.now = clock.now.plus(Duration.ofMinutes(61));
        fail("anna", HOME, 4);
        assertThat(throttle.attempt("anna", HOME)).isZero();
    }

    @Test
    void staysSmallWhateverIsThrownAtIt() {
        for (int i = 0; i < 60_000; i++) {
            throttle.attempt("name" + i, "10." + i % 200 + "." + i / 200 % 250 + ".1");
        }
        assertThat(throttle.remembered()).isLessThanOrEqualTo(20_000);
    }

    private void fail(String username, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.attempt(username, address);
        }
    }

    private static final class SettableClock extends Clock {

        private Instant now = Instant.parse("2026-01-05T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
