package eu.counterpoint.library;

import eu.counterpoint.account.AccountId;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import java.util.concurrent.atomic.AtomicLong;

/** People for tests, none of whom has any material yet. */
final class People {

    /** Far above the accounts that the application makes itself. */
    private static final AtomicLong LAST = new AtomicLong(1_000_000 + System.nanoTime() % 1_000_000_000);

    private People() {}

    static Reader contributor() {
        return new Reader(new AccountId(LAST.incrementAndGet()), "A contributor", Role.CONTRIBUTOR, false);
    }

    static Reader vetted() {
        return new Reader(new AccountId(LAST.incrementAndGet()), "A vetted practitioner", Role.CONTRIBUTOR, true);
    }

    static Reader editor() {
        return new Reader(new AccountId(LAST.incrementAndGet()), "An editor", Role.EDITOR, false);
    }
}
