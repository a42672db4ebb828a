package eu.counterpoint.search;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The persistent jobs of the search. Each may run more than once; all are tried until they succeed. */
@Configuration(proxyBeanMethods = false)
class SearchTasks {

    @Bean
    static Task<Void> checkTask(RebuildJobs rebuilds) {
        return Tasks.oneTime(RebuildJobs.CHECK).onFailure(new TryAgain()).onDeadExecutionRevive()
                .execute((job, context) -> rebuilds.check());
    }

    @Bean
    static Task<Void> rebuildTask(RebuildJobs rebuilds) {
        return Tasks.oneTime(RebuildJobs.REBUILD).onFailure(new TryAgain()).onDeadExecutionRevive()
                .execute((job, context) -> rebuilds.run(context));
    }

    @Bean
    static Task<Void> dropTask(RebuildJobs rebuilds) {
        return Tasks.oneTime(RebuildJobs.DROP).onFailure(new TryAgain()).onDeadExecutionRevive()
                .execute((job, context) -> rebuilds.drop(job));
    }

    @Bean
    static Task<Void> vectorsTask(VectorJob vectors) {
        return Tasks.custom(VectorQueue.VECTORS).onFailure(new TryAgain()).onDeadExecutionRevive()
                .execute((job, context) -> vectors.turn());
    }
}
