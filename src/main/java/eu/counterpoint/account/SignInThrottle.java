package eu.counterpoint.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords. It counts failures for a username from an address, and for an address whatever the
 * username. A person who signs in from elsewhere is never kept out by somebody who guesses at theirs.
 *
 * <p>
 * An attempt counts as a failure from its beginning, until it succeeds: many at the same moment gain nothing.
 */
@Component
class SignInThrottle {

    /** Failures for a username from one address before the first wait. */
    static final int FREE = 5;
    /** Failures from one address before the first wait: a school has one address for many people. */
    static final int FREE_FOR_ADDRESS = 30;
    static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    /** About 5 MB at most. The longest untouched goes first. */
    private static final int REMEMBERED = 20_000;
    private static final int LONGEST_USERNAME = 64;
    private static final String ANYBODY = "";

    private final Clock clock;
    private final Map<Key, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Autowired
    SignInThrottle() {
        this(Clock.systemUTC());
    }

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * Begins an attempt.
     *
     * @return how long to wait before the next one; zero when this one may go on
     */
    synchronized Duration attempt(String username, String address) {
        var now = clock.instant();
        var person = known(person(username, address), now);
        var place = known(place(address), now);
        var waits = person.waits(now).compareTo(place.waits(now)) > 0 ? person.waits(now) : place.waits(now);
        if (waits.isPositive()) {
            return waits;
        }
        failures.put(person(username, address), person.andOne(now, FREE));
        failures.put(place(address), place.andOne(now, FREE_FOR_ADDRESS));
        return Duration.ZERO;
    }

    /** The attempt that began was right. It frees the person; of the address it takes back only itself. */
    synchronized void succeeded(String username, String address) {
        failures.remove(person(username, address));
        failures.computeIfPresent(place(address), (key, place) -> place.lessOne());
    }

    synchronized int remembered() {
        return failures.size();
    }

    private Failures known(Key key, Instant now) {
        var known = failures.get(key);
        return known == null || known.last().plus(FORGOTTEN_AFTER).isBefore(now) ? Failures.none(now) : known;
    }

    private static Key person(String username, String address) {
        var name = username.strip().toLowerCase(Locale.ROOT);
        return new Key(network(address), name.substring(0, Math.min(name.length(), LONGEST_USERNAME)) + "@");
    }

    private static Key place(String address) {
        return new Key(network(address), ANYBODY);
    }

    /** One household has 2⁶⁴ addresses of IPv6. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            return HexFormat.of().formatHex(InetAddress.getByName(address).getAddress(), 0, 8);
        } catch (UnknownHostException | IndexOutOfBoundsException e) {
            return address;
        }
    }

    private record Key(String network, String username) {}

    /** Failures until now, and when the next attempt may begin. */
    private record Failures(int count, Instant last, Instant next) {

        static Failures none(Instant now) {
            return new Failures(0, now, now);
        }

        Duration waits(Instant now) {
            return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
        }

        Failures andOne(Instant now, int free) {
            int more = count + 1;
            return new Failures(more, now, more < free ? now : now.plus(waitAfter(more - free)));
        }

        Failures lessOne() {
            return new Failures(Math.max(0, count - 1), last, last);
        }

        private static Duration waitAfter(int beyond) {
            var doubled = FIRST_WAIT.multipliedBy(1L << Math.min(beyond, 10));
            return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
        }
    }
}
