package eu.counterpoint.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import eu.counterpoint.account.Reader;

/**
 * Does a thing once for each person and key, and answers the same again for a day. The key is written in the very
 * transaction that does the thing: whoever comes second waits at the unique key, and a crash leaves either both or
 * neither.
 */
@Component
class IdempotencyKeys {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Duration kept;
    private final Clock clock = Clock.systemUTC();

    IdempotencyKeys(JdbcClient jdbc, TransactionTemplate transactions, ExchangeSettings settings) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.kept = settings.idempotencyKeys();
    }

    /** What was answered: where the material is, its revision, and the body. */
    record Answer(String location, long revision, String body) {}

    private record Remembered(String fingerprint, Answer answer) {}

    private static class TakenException extends RuntimeException {
        TakenException(Throwable cause) {
            super(cause);
        }
    }

    /**
     * @param key         as sent; without one the thing is simply done
     * @param fingerprint of everything that was asked; another one under the same key is refused
     * @param work        done in one transaction
     */
    Answer once(Reader by, @Nullable String key, String fingerprint, Supplier<Answer> work) {
        if (key == null) {
            return transactions.execute(status -> work.get());
        }
        if (!KEY.matcher(key).matches()) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "idempotency-key-form");
        }
        long account = by.account().value();
        Instant deadline = clock.instant().plus(PATIENCE);
        while (clock.instant().isBefore(deadline)) {
            OffsetDateTime oldest = now().minus(kept);
            Optional<Remembered> before = find(account, key, oldest);
            if (before.isPresent()) {
                if (!before.get().fingerprint().equals(fingerprint)) {
                    throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-used", key);
                }
                return before.get().answer();
            }
            try {
                return transactions.execute(status -> {
                    claim(account, key, fingerprint, oldest);
                    Answer answer = work.get();
                    remember(account, key, answer);
                    return answer;
                });
            } catch (TakenException e) {
                // Somebody else is at it or has just finished: look again.
                continue;
            }
        }
        throw new Refusal(HttpStatus.CONFLICT, "idempotency-key-busy", key);
    }

    /** Forgets what nobody may ask for again. Returns how many keys that were. */
    int forgetOld() {
        return jdbc.sql("delete from idempotency_key where created_at <= ?").param(now().minus(kept)).update();
    }

    private Optional<Remembered> find(long account, String key, OffsetDateTime oldest) {
        return jdbc.sql("""
                select fingerprint, location, revision, answer from idempotency_key
                where account = ? and idempotency_key = ? and created_at > ?""").params(account, key, oldest)
                .query((row, number) -> new Remembered(row.getString(1),
                        new Answer(row.getString(2), row.getLong(3), row.getString(4))))
                .optional();
    }

    private void claim(long account, String key, String fingerprint, OffsetDateTime oldest) {
        try {
            jdbc.sql("delete from idempotency_key where account = ? and idempotency_key = ? and created_at <= ?")
                    .params(account, key, oldest).update();
            jdbc.sql("""
                    insert into idempotency_key (account, idempotency_key, fingerprint, created_at)
                    values (?, ?, ?, ?)""").params(account, key, fingerprint, now()).update();
        } catch (DuplicateKeyException | TransientDataAccessException e) {
            throw new TakenException(e);
        }
    }

    private void remember(long account, String key, Answer answer) {
        jdbc.sql("""
                update idempotency_key set location = ?, revision = ?, answer = ?
                where account = ? and idempotency_key = ?""")
                .params(answer.location(), answer.revision(), answer.body(), account, key).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
