package eu.counterpoint.search;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The persistent jobs of the search. Each may run more than once; all are tried until they succeed. */
@Configuration(proxyBeanMethods = false)
class SearchTasks {

    static final TaskDescriptor<Void> CHECK = TaskDescriptor.of("check-index");

    @Bean
    static Task<Void> indexTask(Indexer indexer) {
        return Tasks.oneTime(IndexJobs.INDEX).onFailure(new TryAgain()).onDeadExecutionRevive()
                .execute((job, context) -> indexer.index(IndexJobs.material(job)));
    }

    @Bean
    static Task<Void> checkTask(Rebuild rebuild) {
        return Tasks.oneTime(CHECK).onFailure(new TryAgain()).onDeadExecutionRevive()
                .execute((job, context) -> rebuild.ifNeeded());
    }

    @Bean
    static Task<Void> vectorsTask(VectorJob vectors) {
        return Tasks.custom(VectorQueue.VECTORS).onFailure(new TryAgain()).onDeadExecutionRevive()
                .execute((job, context) -> vectors.turn());
    }
}
