package eu.counterpoint.ingest;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The persistent jobs of the ingest beside the reading of files. */
@Configuration(proxyBeanMethods = false)
class IngestTasks {

    private static final Duration PAUSE = Duration.ofSeconds(3);

    /** Again with each start, and once for all instances. */
    @Bean
    static Task<Long> coverWalkTask(CoverWalk walk) {
        return Tasks.custom(CoverWalk.WALK).scheduleOnStartup("all", 0L, now -> now)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE)).onDeadExecutionRevive()
                .execute((job, context) -> {
                    Long last = walk.portion(job.getData());
                    return (end, operations) -> {
                        if (last == null) {
                            operations.remove();
                        } else {
                            operations.reschedule(end, Instant.now().plus(PAUSE), last);
                        }
                    };
                });
    }

    @Bean
    static RecurringTask<Void> removeForgottenOriginals(ForgottenOriginals forgotten) {
        return Tasks.recurring("remove-forgotten-originals", FixedDelay.ofHours(1))
                .execute((job, context) -> forgotten.remove(Instant.now()));
    }

    @Bean
    static Task<Void> retryTask(Retries retries) {
        return Tasks.oneTime(Retries.WALK).onFailure(new FailureHandler.OnFailureRetryLater<Void>(PAUSE))
                .onDeadExecutionRevive()
                .execute((job, context) -> retries.walk(Long.parseLong(job.getId()), context));
    }
}
