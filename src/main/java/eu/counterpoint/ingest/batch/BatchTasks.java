package eu.counterpoint.ingest.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

/**
 * The persistent jobs of a batch, which come again until a folder of the server is received, and until all is imported, read
 * and found, on whatever instance is there; and what is tidied up from time to time.
 */
@Configuration(proxyBeanMethods = false)
class BatchTasks {

    static final TaskDescriptor<Void> IMPORT = TaskDescriptor.of("import-batch");
    static final TaskDescriptor<String> RECEIVE = TaskDescriptor.of("receive-folder", String.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(3);
    /** While files are being read, and room becomes for more. */
    private static final Duration LATER = Duration.ofMillis(300);
    /** No job waits as long where the application is there. */
    private static final Duration LATE = Duration.ofSeconds(10);

    @Bean
    static Task<Void> importTask(BatchImport imports, ObjectProvider<Scheduler> scheduler) {
        return Tasks.custom(IMPORT).onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE_AFTER_FAILURE))
                .onDeadExecutionRevive()
                .execute((job, context) -> afterwards(
                        imports.turn(batch(job.getId()), hasRested(context.getExecution())), scheduler));
    }

    /** Its data is the name of the last file that has come. */
    @Bean
    static Task<String> receiveFolderTask(FolderReceiving receiving) {
        return Tasks.custom(RECEIVE).onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE_AFTER_FAILURE))
                .onDeadExecutionRevive().execute((job, context) -> {
                    String last = receiving.turn(batch(job.getId()), job.getData());
                    return (complete, operations) -> {
                        if (last == null) {
                            operations.remove();
                        } else {
                            operations.reschedule(complete, Instant.now(), last);
                        }
                    };
                });
    }

    @Bean
    static RecurringTask<Void> forgetUnsentBatches(Batches batches) {
        return Tasks.recurring("forget-unsent-batches", FixedDelay.ofHours(1))
                .execute((job, context) -> batches.forgetUnsent());
    }

    /** A name for a job of a batch, of its own each time: an earlier one may be ending at this moment. */
    static String job(BatchId id) {
        return id + ":" + UUID.randomUUID();
    }

    /** Whether a job comes to its turn later than it should, or after one that was cut off. */
    private static boolean hasRested(Execution job) {
        return job.consecutiveFailures > 0 || job.executionTime.isBefore(Instant.now().minus(LATE));
    }

    private static BatchId batch(String job) {
        return new BatchId(job.split(":")[0]);
    }

    private static CompletionHandler<Void> afterwards(BatchImport.Next next, ObjectProvider<Scheduler> scheduler) {
        return switch (next) {
            case AT_ONCE -> (complete, operations) -> operations.reschedule(complete, Instant.now());
            case LATER -> (complete, operations) -> {
                operations.reschedule(complete, Instant.now().plus(LATER));
                // Else it would wait for the next poll after that.
                CompletableFuture.delayedExecutor(LATER.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(scheduler.getObject()::triggerCheckForDueExecutions);
            };
            case NEVER -> (complete, operations) -> operations.remove();
        };
    }
}
