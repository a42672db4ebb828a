package eu.counterpoint.search;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.MaterialChanged;
import eu.counterpoint.library.MaterialId;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Every change of a material that is published, or once was, leaves a job in the same transaction: either both are kept
 * or neither. The job's name says it all, so that it needs no data.
 */
@Component
class IndexJobs {

    static final TaskDescriptor<Void> INDEX = TaskDescriptor.of("index");

    private final Library library;
    private final Scheduler scheduler;

    IndexJobs(Library library, Scheduler scheduler) {
        this.library = library;
        this.scheduler = scheduler;
    }

    @EventListener
    void on(MaterialChanged change) {
        // What was never published is in no index.
        boolean concerns = library.find(change.id()).map(material -> material.publishedAt() != null).orElse(true);
        if (concerns) {
            scheduler.scheduleIfNotExists(job(change), Instant.now());
        }
    }

    /** So that it need not wait for the next look at the table. */
    @TransactionalEventListener
    void committed(MaterialChanged change) {
        scheduler.triggerCheckForDueExecutions();
    }

    private static TaskInstance<Void> job(MaterialChanged change) {
        return INDEX.instance(change.id() + ":" + change.version()).build();
    }

    /** The material that a job is about. */
    static MaterialId material(TaskInstanceId job) {
        return new MaterialId(job.getId().substring(0, job.getId().lastIndexOf(':')));
    }
}
