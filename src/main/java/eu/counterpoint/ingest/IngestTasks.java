package eu.counterpoint.ingest;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The persistent jobs of the ingest beside the reading of files. */
@Configuration(proxyBeanMethods = false)
class IngestTasks {

    private static final Duration PAUSE = Duration.ofSeconds(3);

    @Bean
    static Task<Void> retryTask(Retries retries) {
        return Tasks.oneTime(Retries.WALK).onFailure(new FailureHandler.OnFailureRetryLater<Void>(PAUSE))
                .onDeadExecutionRevive()
                .execute((job, context) -> retries.walk(Long.parseLong(job.getId()), context));
    }
}
