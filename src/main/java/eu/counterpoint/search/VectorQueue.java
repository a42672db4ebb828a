package eu.counterpoint.search;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import eu.counterpoint.library.MaterialId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The materials whose vectors are still to be made, for one job that goes through them all; kept in the database. */
@Component
class VectorQueue {

    static final TaskDescriptor<Void> VECTORS = TaskDescriptor.of("make-vectors");

    private final JdbcClient database;
    /** Asked for late: the scheduler needs the jobs, and one of the jobs needs this. */
    private final ObjectProvider<Scheduler> scheduler;

    VectorQueue(JdbcClient database, ObjectProvider<Scheduler> scheduler) {
        this.database = database;
        this.scheduler = scheduler;
    }

    void add(MaterialId id) {
        try {
            database.sql("insert into vector_queue (material, queued_at) values (?, current_timestamp)")
                    .param(id.value()).update();
        } catch (DuplicateKeyException e) {
            // It waits there already.
        }
        work();
    }

    /** Sees to it that the job comes. */
    void work() {
        scheduler.getObject().scheduleIfNotExists(VECTORS.instance("all").build(), Instant.now());
    }

    Optional<MaterialId> first() {
        return database.sql("select material from vector_queue order by queued_at, material limit 1")
                .query(String.class).optional().map(MaterialId::new);
    }

    void remove(MaterialId id) {
        database.sql("delete from vector_queue where material = ?").param(id.value()).update();
    }

    /** To the end, behind those that have not been tried. */
    void later(MaterialId id) {
        database.sql("update vector_queue set queued_at = current_timestamp where material = ?").param(id.value())
                .update();
    }
}
