package eu.counterpoint.search;

import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import eu.counterpoint.library.Library;
import eu.counterpoint.search.RebuildLog.OvertakenException;
import eu.counterpoint.search.RebuildState.Problem;
import eu.counterpoint.search.RebuildState.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins rebuilds: when somebody asks for one, and by itself when the index was lost or has an old layout. Each is a
 * persistent job, so that one that was cut off begins again.
 */
@Component
class RebuildJobs {

    static final TaskDescriptor<Void> REBUILD = TaskDescriptor.of("rebuild-index");
    static final TaskDescriptor<Void> CHECK = TaskDescriptor.of("check-index");
    /** The job's name says it all: the indices to drop. */
    static final TaskDescriptor<Void> DROP = TaskDescriptor.of("drop-old-index");
    private static final String BETWEEN = ",";
    /** Longer than any search that began in an index that was searched until now. */
    private static final Duration LAST_SEARCH = Engine.FOR_PEOPLE.plusSeconds(2);
    private static final String ONLY_ONE = "index";
    private static final Logger LOG = LoggerFactory.getLogger(RebuildJobs.class);

    private final Rebuild rebuild;
    private final RebuildLog log;
    private final Library library;
    private final Indices indices;
    private final ObjectProvider<Scheduler> scheduler;
    private final TransactionTemplate transaction;
    private final TransactionTemplate ownTransaction;

    RebuildJobs(Rebuild rebuild, RebuildLog log, Library library, Indices indices, ObjectProvider<Scheduler> scheduler,
            TransactionTemplate transaction) {
        this.rebuild = rebuild;
        this.log = log;
        this.library = library;
        this.indices = indices;
        this.scheduler = scheduler;
        this.transaction = transaction;
        this.ownTransaction = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Begins one, whatever becomes of the transaction around it. Returns false when one is under way. */
    boolean start(Reason reason) {
        Boolean started = ownTransaction.execute(status -> {
            boolean asked = log.ask(reason);
            if (asked) {
                jobs().scheduleIfNotExists(REBUILD.instance(UUID.randomUUID().toString()).build(), Instant.now());
            }
            return asked;
        });
        scheduler.getObject().triggerCheckForDueExecutions();
        return Boolean.TRUE.equals(started);
    }

    /** An index may have an old layout, or lack what the catalogue has. */
    @EventListener(ApplicationReadyEvent.class)
    void checkSoon() {
        checkAfter(Duration.ZERO);
    }

    /** Before anything is written into an empty index, which would then not look lost any more. */
    @EventListener(Indices.IndexMade.class)
    void empty() {
        if (!library.publishedAfter(null, 1).isEmpty()) {
            start(Reason.LOST);
        }
    }

    /** The job that looks whether a rebuild is needed. */
    void check() {
        // Those that are running, too.
        boolean none = jobs().getScheduledExecutionsForTask(REBUILD.getTaskName(), Object.class,
                ScheduledExecutionsFilter.all()).isEmpty();
        if (none && log.state().running()) {
            log.failed(Problem.UNEXPECTED, "Its job is not there any more");
        }
        if (none) {
            indices.drop(indices.leftOver());
        }
        rebuild.need().ifPresent(reason -> {
            if (start(reason)) {
                LOG.info("The search index is built anew: it {}",
                        reason == Reason.LAYOUT ? "has another layout" : "is empty");
            }
        });
    }

    /** The job that drops what was searched before the last rebuild. */
    void drop(TaskInstance<?> job) {
        indices.drop(Set.of(job.getId().split(BETWEEN)));
    }

    /** The job that rebuilds. A failure is told, and not tried again but where the index needs it. */
    void run(ExecutionContext context) {
        try {
            Set<String> old = rebuild.run();
            jobs().scheduleIfNotExists(DROP.instance(String.join(BETWEEN, old)).build(),
                    Instant.now().plus(LAST_SEARCH));
        } catch (OvertakenException e) {
            LOG.info("Another rebuild has begun; this one gives up");
        } catch (RebuildFailedException e) {
            if (context.getSchedulerState().isShuttingDown()) {
                // Its job stays, and begins again with the next start.
                throw e;
            }
            LOG.warn("The search index could not be rebuilt; the old one stays in use: {}: {}", e.problem(),
                    e.getMessage(), e.getCause());
            transaction.executeWithoutResult(status -> {
                checkAfter(TryAgain.pause(log.failures()));
                log.failed(e.problem(), e.getMessage());
            });
        }
    }

    private void checkAfter(Duration pause) {
        jobs().scheduleIfNotExists(CHECK.instance(ONLY_ONE).build(), Instant.now().plus(pause));
    }

    private SchedulerClient jobs() {
        return scheduler.getObject();
    }
}
