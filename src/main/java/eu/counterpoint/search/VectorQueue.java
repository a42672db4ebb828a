package eu.counterpoint.search;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import eu.counterpoint.library.MaterialId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The materials whose vectors are still to be made, for one job that goes through them all; kept in the database. */
@Component
class VectorQueue {

    static final TaskDescriptor<Void> VECTORS = TaskDescriptor.of("make-vectors");

    private final JdbcClient database;
    /** Asked for late: the scheduler needs the jobs, and one of the jobs needs this. */
    private final ObjectProvider<Scheduler> scheduler;
    private final TransactionTemplate ownTransaction;

    VectorQueue(JdbcClient database, ObjectProvider<Scheduler> scheduler, PlatformTransactionManager transactions) {
        this.database = database;
        this.scheduler = scheduler;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * A material that waits.
     *
     * @param since when it was added last
     */
    record Waiting(MaterialId material, OffsetDateTime since) {}

    /** Adds materials, and calls the job once they are there for it to see. */
    void addAll(List<MaterialId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        ids.forEach(this::add);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    work();
                }
            });
        } else {
            work();
        }
    }

    private void add(MaterialId id) {
        if (later(id) > 0) {
            return;
        }
        try {
            database.sql("""
                    insert into vector_queue (material, queued_at) select :id, current_timestamp
                    where not exists (select 1 from vector_queue where material = :id)""").param("id", id.value())
                    .update();
        } catch (DuplicateKeyException e) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                // Its transaction may be of no use any more; all of it is done again.
                throw e;
            }
            // Somebody else was faster.
        }
    }

    /** What waits from before the start may have lost its job. */
    @EventListener(ApplicationReadyEvent.class)
    void started() {
        if (first().isPresent()) {
            work();
        }
    }

    /** Sees to it that the job comes. */
    void work() {
        ownTransaction.executeWithoutResult(status -> scheduler.getObject()
                .scheduleIfNotExists(VECTORS.instance("all").build(), Instant.now()));
        scheduler.getObject().triggerCheckForDueExecutions();
    }

    Optional<Waiting> first() {
        return database.sql("select material, queued_at from vector_queue order by queued_at, material limit 1")
                .query((row, number) -> new Waiting(new MaterialId(row.getString(1)),
                        row.getObject(2, OffsetDateTime.class)))
                .optional();
    }

    /** Takes out one that was done, unless it was added again meanwhile. */
    void remove(Waiting done) {
        database.sql("delete from vector_queue where material = ? and queued_at = ?")
                .params(done.material().value(), done.since()).update();
    }

    /** To the end, behind those that have not been tried. Returns how many there were: 1 or 0. */
    int later(MaterialId id) {
        return database.sql("update vector_queue set queued_at = current_timestamp where material = ?")
                .param(id.value()).update();
    }
}
