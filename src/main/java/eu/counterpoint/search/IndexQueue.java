package eu.counterpoint.search;

import eu.counterpoint.library.MaterialChanged;
import eu.counterpoint.library.MaterialId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The materials that changed and are not yet so in the index. Every change leaves a row in the same transaction: either
 * both are kept or neither.
 */
@Component
class IndexQueue {

    /** Text that is about to come is waited for so long, so that the index gets both at once. */
    static final Duration TEXT_COMES = Duration.ofSeconds(10);

    private final JdbcClient database;

    IndexQueue(JdbcClient database) {
        this.database = database;
    }

    /**
     * A row: one change of a material.
     *
     * @param failures how often it was tried in vain
     */
    record Change(long id, MaterialId material, int failures) {

        static Change of(ResultSet row, int number) throws SQLException {
            return new Change(row.getLong(1), new MaterialId(row.getString(2)), row.getInt(3));
        }
    }

    @EventListener
    void on(MaterialChanged change) {
        // What was never published is in no index.
        if (change.everPublished()) {
            add(change.id(), change.reading() ? Instant.now().plus(TEXT_COMES) : Instant.now());
        }
    }

    private void add(MaterialId id, Instant due) {
        database.sql("insert into index_queue (material, due_at, failures) values (?, ?, 0)")
                .params(id.value(), due.atOffset(ZoneOffset.UTC)).update();
    }

    /**
     * All changes of the materials that are due first; held until the transaction ends, those that another instance holds
     * left out.
     *
     * @param most how many changes decide which materials
     */
    List<Change> take(int most) {
        return database.sql("""
                select id, material, failures from index_queue where material in (
                    select material from index_queue where due_at <= ? order by due_at fetch first %d rows only)
                order by id for update skip locked""".formatted(most)).param(Instant.now().atOffset(ZoneOffset.UTC))
                .query(Change::of).list();
    }

    /** Whether no change waits, not even for the text of its files, but for those that were tried in vain. */
    boolean isEmpty() {
        return database.sql("select id from index_queue where failures = 0 fetch first row only").query(Long.class)
                .optional().isEmpty();
    }

    /** Whether a material waits for the text of its files, which is about to come. */
    boolean expectsMore() {
        return database.sql("""
                select id from index_queue waiting where failures = 0 and due_at > :now and not exists (
                    select id from index_queue due where due.material = waiting.material and due.due_at <= :now)
                fetch first row only""").param("now", Instant.now().atOffset(ZoneOffset.UTC)).query(Long.class)
                .optional().isPresent();
    }

    void remove(Collection<Change> changes) {
        if (!changes.isEmpty()) {
            database.sql("delete from index_queue where id in (:ids)")
                    .param("ids", changes.stream().map(Change::id).toList()).update();
        }
    }

    /** To be tried again after a pause that grows with each failure. */
    void later(Change change) {
        database.sql("update index_queue set due_at = ?, failures = failures + 1 where id = ?").params(
                Instant.now().plus(TryAgain.pause(change.failures())).atOffset(ZoneOffset.UTC), change.id()).update();
    }
}
