package eu.counterpoint.ingest.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import eu.counterpoint.account.AccountId;
import eu.counterpoint.ingest.ForgottenOriginals;
import eu.counterpoint.ingest.batch.Batch.State;

/** The batches in the database. */
@Component
class BatchTable {

    private static final String COLUMNS = """
            select id, owner_id, name, state, publish, manifest_name, manifest_sha256, note, unnamed, problem, folder,
            refusal, created_at, started_at, running_since, finished_at from batches\s""";

    /** Before they are gone from here: what came for these batches, to be looked at again by {@link ForgottenOriginals}. */
    private static final String FORGET = """
            insert into forgotten_originals (sha256, forgotten_at)
            select came.sha256, cast(:now as timestamp with time zone) from (
                select o.sha256 from batch_originals o join batches b on b.id = o.batch_id where %1$s
                union select b.manifest_sha256 from batches b where %1$s) came
            where came.sha256 is not null""";

    private final JdbcClient database;

    BatchTable(JdbcClient database) {
        this.database = database;
    }

    void add(Batch batch) {
        database.sql("""
                insert into batches (id, owner_id, name, state, publish, unnamed, created_at)
                values (?, ?, ?, ?, ?, 0, ?)""")
                .params(batch.id().value(), batch.owner().value(), batch.name(), batch.state().name(), batch.publish(),
                        time(batch.createdAt()))
                .update();
    }

    Optional<Batch> find(BatchId id) {
        return database.sql(COLUMNS + "where id = ?").param(id.value()).query(BatchTable::batch).optional();
    }

    /** Newest first. @param owner null for everybody's */
    List<Batch> list(@Nullable AccountId owner, long from, int most) {
        String rest = "order by created_at desc, id offset ? rows fetch next ? rows only";
        return owner == null
                ? database.sql(COLUMNS + rest).params(from, most).query(BatchTable::batch).list()
                : database.sql(COLUMNS + "where owner_id = ? " + rest).params(owner.value(), from, most)
                        .query(BatchTable::batch).list();
    }

    long count(@Nullable AccountId owner) {
        return owner == null
                ? database.sql("select count(*) from batches").query(Long.class).single()
                : database.sql("select count(*) from batches where owner_id = ?").param(owner.value())
                        .query(Long.class).single();
    }

    /** Holds a batch until the end of the transaction, and answers as it is now. */
    Optional<Batch> locked(BatchId id) {
        return database.sql(COLUMNS + "where id = ? for update").param(id.value()).query(BatchTable::batch).optional();
    }

    void manifest(BatchId id, String name, String sha256) {
        database.sql("""
                insert into forgotten_originals (sha256, forgotten_at)
                select b.manifest_sha256, cast(? as timestamp with time zone) from batches b
                where b.id = ? and b.manifest_sha256 is not null""").params(time(Instant.now()), id.value()).update();
        database.sql("update batches set manifest_name = ?, manifest_sha256 = ? where id = ?")
                .params(name, sha256, id.value()).update();
    }

    void checked(BatchId id, String name, boolean publish, DryRun.Found found) {
        database.sql("""
                update batches set state = 'CHECKED', name = ?, publish = ?, note = ?, unnamed = ?, folder = null,
                refusal = null where id = ?""")
                .param(1, name).param(2, publish).param(3, found.note()).param(4, found.unnamed()).param(5, id.value())
                .update();
    }

    void receiving(BatchId id, String name, String folder, boolean publish) {
        database.sql(
                "update batches set state = 'OPEN', name = ?, folder = ?, publish = ?, refusal = null where id = ?")
                .params(name, folder, publish, id.value()).update();
    }

    /** Ends the receiving of a folder, with the sentence that says why; it goes no further by itself. */
    void refused(BatchId id, String sentence) {
        database.sql("update batches set folder = null, refusal = ? where id = ? and state = 'OPEN'")
                .params(sentence, id.value()).update();
    }

    void running(BatchId id, Instant now) {
        database.sql("""
                update batches set state = 'RUNNING', problem = null, started_at = coalesce(started_at, ?),
                running_since = ? where id = ?""").params(time(now), time(now), id.value()).update();
    }

    /** It goes on after nothing went on for a while. What a rate is measured from begins anew. */
    void wentOn(BatchId id, Instant now) {
        database.sql("update batches set running_since = ? where id = ? and state = 'RUNNING'")
                .params(time(now), id.value()).update();
    }

    void paused(BatchId id, @Nullable String problem) {
        database.sql("update batches set state = 'PAUSED', problem = ? where id = ?").param(1, problem)
                .param(2, id.value()).update();
    }

    /** Only where it is still on its way: what somebody decided meanwhile counts. */
    void ended(BatchId id, State state, Instant now) {
        database.sql(
                "update batches set state = ?, finished_at = ? where id = ? and state not in ('CANCELLED', 'DONE')")
                .params(state.name(), time(now), id.value()).update();
    }

    void remove(BatchId id) {
        database.sql(FORGET.formatted("b.id = :id")).param("now", time(Instant.now())).param("id", id.value()).update();
        database.sql("delete from batches where id = ?").param(id.value()).update();
    }

    /** Removes those that were begun before that moment and never sent to their end. Returns how many that were. */
    int removeUnsent(Instant before) {
        String unsent = "b.state = 'OPEN' and b.created_at < :before";
        database.sql(FORGET.formatted(unsent)).param("now", time(Instant.now())).param("before", time(before)).update();
        return database.sql("delete from batches b where " + unsent).param("before", time(before)).update();
    }

    static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        return new Batch(new BatchId(row.getString("id")), new AccountId(row.getLong("owner_id")),
                row.getString("name"), State.valueOf(row.getString("state")), row.getBoolean("publish"),
                row.getString("manifest_name"), row.getString("manifest_sha256"), row.getString("note"),
                row.getInt("unnamed"), row.getString("problem"), row.getString("folder"), row.getString("refusal"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"), instant(row, "running_since"), instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
