package eu.counterpoint.account;

import eu.counterpoint.ui.Texts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Personal tokens: what a program shows instead of a password, with the rights of its person. */
@Service
public class Tokens {

    /** What every token begins with, so that one in the wrong place is recognised. */
    public static final String PREFIX = "cpt_";

    /** How many one person may have. */
    static final int MOST = 50;

    private static final int RANDOM_BYTES = 32;
    private static final int LENGTH = PREFIX.length() + 43;
    private static final Duration USE_WRITTEN_EVERY = Duration.ofMinutes(1);

    /** One look at two indexes, without the persistence context: every request of a program asks this. */
    private static final String FIND = """
            select t.id, t.last_used, a.id, a.name, a.role, a.vetted
            from access_token t join account a on a.id = t.account_id
            where t.sha256 = ? and a.enabled = true and a.must_change_password = false""";

    private final AccessTokenRows rows;
    private final JdbcClient database;
    private final Texts texts;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();

    Tokens(AccessTokenRows rows, JdbcClient database, Texts texts) {
        this.rows = rows;
        this.database = database;
        this.texts = texts;
    }

    /**
     * Makes a token.
     *
     * @param name what it is for, 1 to 120 characters
     * @return the token itself; it can never be shown again
     * @throws RefusedException without an account, for a wrong name, or when the person has 50 already
     */
    public String create(Reader owner, String name) {
        var account = owner(owner);
        var checkedName = Accounts.checkedName(name, texts);
        if (rows.countByAccountId(account.value()) >= MOST) {
            throw new RefusedException(texts.get("account.token.too-many", MOST));
        }
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        var token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        rows.save(new AccessToken(account, checkedName, sha256(token)));
        return token;
    }

    /** A person's tokens, the newest first. */
    public List<Token> list(Reader owner) {
        return rows.findByAccountIdOrderByCreatedDescIdDesc(owner(owner).value()).stream().map(AccessToken::seen)
                .toList();
    }

    /** Ends one of a person's tokens at once; does nothing when it is not theirs. */
    public void revoke(Reader owner, long id) {
        rows.deleteByIdAndAccountId(id, owner(owner).value());
    }

    /** Whose token this is, with the rights of this moment; empty for one that is unknown, revoked or of a disabled person. */
    public Optional<Reader> lookup(String token) {
        if (token.length() != LENGTH || !token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Optional<Found> found = database.sql(FIND).param(sha256(token))
                .query((row, number) -> new Found(row.getLong(1), row.getObject(2, OffsetDateTime.class),
                        new Reader(new AccountId(row.getLong(3)), row.getString(4), Role.valueOf(row.getString(5)),
                                row.getBoolean(6))))
                .optional();
        found.ifPresent(this::noteUse);
        return found.map(Found::reader);
    }

    private record Found(long id, @Nullable OffsetDateTime lastUsed, Reader reader) {}

    private void noteUse(Found found) {
        var now = clock.instant();
        var before = now.minus(USE_WRITTEN_EVERY);
        if (found.lastUsed() == null || found.lastUsed().toInstant().isBefore(before)) {
            rows.used(found.id(), now, before);
        }
    }

    private AccountId owner(Reader reader) {
        if (reader.account() == null) {
            throw new RefusedException(texts.get("account.sign-in-first"));
        }
        return reader.account();
    }

    private static String sha256(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A token as its owner sees it later.
     *
     * @param lastUsed to the minute; null when it was never used
     */
    public record Token(long id, String name, Instant created, @Nullable Instant lastUsed) {}
}
