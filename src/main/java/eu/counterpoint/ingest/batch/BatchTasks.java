package eu.counterpoint.ingest.batch;

import java.time.Duration;
import java.time.Instant;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

/**
 * The persistent job of a batch, which comes again until all is imported, read and found, on whatever instance is there; and
 * what is tidied up from time to time.
 */
@Configuration(proxyBeanMethods = false)
class BatchTasks {

    static final TaskDescriptor<Void> IMPORT = TaskDescriptor.of("import-batch");
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(3);
    /** While files are being read, and room becomes for more. */
    private static final Duration LATER = Duration.ofMillis(300);

    @Bean
    static Task<Void> importTask(BatchImport imports) {
        return Tasks.custom(IMPORT).onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE_AFTER_FAILURE))
                .onDeadExecutionRevive()
                .execute((job, context) -> afterwards(imports.turn(new BatchId(job.getId().split(":")[0]))));
    }

    @Bean
    static RecurringTask<Void> forgetUnsentBatches(Batches batches) {
        return Tasks.recurring("forget-unsent-batches", FixedDelay.ofHours(1))
                .execute((job, context) -> batches.forgetUnsent());
    }

    private static CompletionHandler<Void> afterwards(BatchImport.Next next) {
        return switch (next) {
            case AT_ONCE -> (complete, operations) -> operations.reschedule(complete, Instant.now());
            case LATER -> (complete, operations) -> operations.reschedule(complete, Instant.now().plus(LATER));
            case NEVER -> (complete, operations) -> operations.remove();
        };
    }
}
