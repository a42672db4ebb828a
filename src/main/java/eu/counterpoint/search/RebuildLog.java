package eu.counterpoint.search;

import eu.counterpoint.search.RebuildState.Problem;
import eu.counterpoint.search.RebuildState.Reason;
import eu.counterpoint.search.RebuildState.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How rebuilds go, in the one row of {@code index_rebuild}: every instance sees it, and it outlives a crash. Each begin has
 * a number; who was overtaken by a later one can write nothing any more.
 */
@Component
class RebuildLog {

    private static final int LONGEST_DETAIL = 1_000;
    private static final int WHOLE = 100;

    private final JdbcClient database;

    RebuildLog(JdbcClient database) {
        this.database = database;
    }

    RebuildState state() {
        return database.sql("select * from index_rebuild").query((row, number) -> state(row)).single();
    }

    /** How many have failed since the last one that went well. */
    int failures() {
        return database.sql("select failures from index_rebuild").query(Integer.class).single();
    }

    /** Notes that one is wanted. Returns false when one is wanted already, or runs. */
    boolean ask(Reason reason) {
        return database.sql("""
                update index_rebuild set stage = 'WAITING', reason = :reason, asked_at = :now, finished_at = null,
                  records = 0, records_total = 0, work = 0, work_total = 0, problem = null, detail = null
                where stage in ('NEVER', 'DONE', 'FAILED')""").param("reason", reason.name()).param("now", now())
                .update() == 1;
    }

    /** Notes that one begins, from the start. Returns its number. */
    @Transactional
    long begin(long records, long work) {
        database.sql("""
                update index_rebuild set stage = 'FILLING', attempt = attempt + 1, records = 0, work = 0,
                  records_total = :records, work_total = :work, finished_at = null, problem = null, detail = null""")
                .param("records", records).param("work", work).update();
        return database.sql("select attempt from index_rebuild").query(Long.class).single();
    }

    /** @throws OvertakenException when a later one has begun */
    void filled(long attempt, long records, long work) {
        own(database.sql("update index_rebuild set records = :records, work = :work where attempt = :attempt")
                .param("records", records).param("work", work).param("attempt", attempt));
    }

    /**
     * Notes that everything was filled in, and how far the changes are that came meanwhile.
     *
     * @throws OvertakenException when a later one has begun
     */
    void checking(long attempt, long broughtIn, long changed) {
        own(database.sql("""
                update index_rebuild set stage = 'CHECKING', work = :work, work_total = :total
                where attempt = :attempt""").param("work", broughtIn).param("total", changed)
                .param("attempt", attempt));
    }

    /** @throws OvertakenException when a later one has begun */
    void done(long attempt, long records) {
        own(database.sql("""
                update index_rebuild set stage = 'DONE', records = :records, records_total = :records,
                  work = work_total, failures = 0, finished_at = :now, rebuilt_at = :now
                where attempt = :attempt""").param("records", records).param("now", now()).param("attempt", attempt));
    }

    void failed(Problem problem, @Nullable String detail) {
        String kept = detail == null || detail.length() <= LONGEST_DETAIL
                ? detail
                : detail.substring(0, LONGEST_DETAIL);
        database.sql("""
                update index_rebuild set stage = 'FAILED', failures = failures + 1, finished_at = :now,
                  problem = :problem, detail = :detail""").param("now", now()).param("problem", problem.name())
                .param("detail", kept).update();
    }

    private static void own(JdbcClient.StatementSpec update) {
        if (update.update() == 0) {
            throw new OvertakenException();
        }
    }

    private static RebuildState state(ResultSet row) throws SQLException {
        Stage stage = Stage.valueOf(row.getString("stage"));
        long work = row.getLong("work");
        long workTotal = row.getLong("work_total");
        String reason = row.getString("reason");
        String problem = row.getString("problem");
        return new RebuildState(stage, reason == null ? null : Reason.valueOf(reason), instant(row, "asked_at"),
                instant(row, "finished_at"), instant(row, "rebuilt_at"), row.getLong("records"),
                row.getLong("records_total"), percent(stage, work, workTotal),
                stage == Stage.CHECKING ? workTotal : 0, stage == Stage.CHECKING ? work : 0,
                problem == null ? null : Problem.valueOf(problem), row.getString("detail"));
    }

    /** The last one stands for what comes after the filling. */
    private static int percent(Stage stage, long work, long total) {
        return switch (stage) {
            case NEVER, WAITING -> 0;
            case FILLING, FAILED -> total == 0 ? 0 : (int) Math.min(WHOLE - 1, (WHOLE - 1) * work / total);
            case CHECKING -> WHOLE - 1;
            case DONE -> WHOLE;
        };
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }

    /** Another instance took this one for dead and has begun anew; its half-filled index is the one that counts. */
    static final class OvertakenException extends RuntimeException {}
}
