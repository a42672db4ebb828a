package eu.counterpoint.ingest;

import eu.counterpoint.account.AccountId;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.QuarantineFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** What retries of many files were asked for, and how far each has walked, for every instance. */
@Component
class RetryLog {

    private static final int DAYS_KEPT = 30;
    private static final int MOST_SHOWN = 20;
    private static final String COLUMNS = "select id, outcome, reason, batch_id, owner_id, asked_at, up_to, last_file, total, finished_at from file_retries ";

    private final JdbcClient jdbc;

    RetryLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One of them.
     *
     * @param files which they are; at least one outcome is named
     * @param owner of whose materials the files are; null for everybody's
     * @param last  the file that was looked at last
     * @param upTo  the last file to look at
     * @param total files, counted when it was asked for, and again when the walk was over
     */
    record Entry(long id, QuarantineFilter files, @Nullable AccountId owner, Instant askedAt, FileId last, FileId upTo,
            long total, boolean finished) {}

    /** Answers its id. */
    long add(QuarantineFilter files, @Nullable AccountId owner, AccountId by, FileId upTo, long total) {
        jdbc.sql("delete from file_retries where finished_at < ?").param(now().minusDays(DAYS_KEPT)).update();
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into file_retries
                (outcome, reason, batch_id, owner_id, account_id, asked_at, up_to, last_file, total)
                values (:outcome, :reason, :batch, :owner, :account, :now, :upTo, 0, :total)""")
                .param("outcome", joined(files.outcomes().stream().map(Outcome::name)))
                .param("reason", files.reasons().isEmpty() ? null : joined(files.reasons().stream()),
                        java.sql.Types.VARCHAR)
                .param("batch", files.batch(), java.sql.Types.VARCHAR)
                .param("owner", owner == null ? null : owner.value(), java.sql.Types.BIGINT)
                .param("account", by.value()).param("now", now()).param("upTo", upTo.value()).param("total", total)
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    Optional<Entry> find(long id) {
        return jdbc.sql(COLUMNS + "where id = ?").param(id).query(RetryLog::entry).optional();
    }

    /** Those still walking, and the latest others, of the last day; the newest first. */
    List<Entry> recent() {
        return jdbc.sql(COLUMNS + "where finished_at is null or finished_at > ? order by id desc limit " + MOST_SHOWN)
                .param(now().minusDays(1)).query(RetryLog::entry).list();
    }

    void walked(long id, FileId last) {
        jdbc.sql("update file_retries set last_file = ? where id = ?").params(last.value(), id).update();
    }

    /** @param total files that were put back in the end */
    void finished(long id, long total) {
        jdbc.sql("update file_retries set finished_at = ?, total = ? where id = ?").params(now(), total, id).update();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        long owner = row.getLong("owner_id");
        AccountId whose = row.wasNull() ? null : new AccountId(owner);
        String reasons = row.getString("reason");
        QuarantineFilter files = new QuarantineFilter(
                parted(row.getString("outcome")).map(Outcome::valueOf).collect(Collectors.toSet()),
                reasons == null ? Set.of() : parted(reasons).collect(Collectors.toSet()), row.getString("batch_id"),
                false);
        return new Entry(row.getLong("id"), files, whose,
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                new FileId(row.getLong("last_file")), new FileId(row.getLong("up_to")), row.getLong("total"),
                row.getObject("finished_at", OffsetDateTime.class) != null);
    }

    private static String joined(Stream<String> names) {
        return names.sorted().collect(Collectors.joining(","));
    }

    private static Stream<String> parted(String names) {
        return Arrays.stream(names.split(","));
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
