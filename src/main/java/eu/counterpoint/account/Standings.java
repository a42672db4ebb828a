package eu.counterpoint.account;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What accounts may do, remembered for two seconds: every request of a session asks, and what an administrator (perhaps
 * at another instance) changes is to count soon.
 */
@Component
class Standings {

    private static final long KEPT = Duration.ofSeconds(2).toNanos();

    private final AccountRows accounts;
    private final Map<AccountId, Remembered> remembered = new ConcurrentHashMap<>();

    Standings(AccountRows accounts) {
        this.accounts = accounts;
    }

    /** Empty where the account is gone. */
    Optional<Standing> of(AccountId id) {
        var known = remembered.get(id);
        if (known != null && System.nanoTime() - known.at() < KEPT) {
            return Optional.of(known.standing());
        }
        var fresh = accounts.findById(id.value()).map(Account::standing);
        fresh.ifPresentOrElse(standing -> remembered.put(id, new Remembered(standing, System.nanoTime())),
                () -> remembered.remove(id));
        return fresh;
    }

    /** Forgets an account that is being changed, once the change is committed. */
    void forget(AccountId id) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            remembered.remove(id);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                remembered.remove(id);
            }
        });
    }

    private record Remembered(Standing standing, long at) {}
}
