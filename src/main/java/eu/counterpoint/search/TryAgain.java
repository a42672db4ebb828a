package eu.counterpoint.search;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** After a failure a job is tried again, first soon, then at most every {@link #LONGEST}, for as long as it takes. */
final class TryAgain implements FailureHandler<Void> {

    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Logger LOG = LoggerFactory.getLogger(TryAgain.class);

    @Override
    public void onFailure(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Duration pause = pause(complete.getExecution().consecutiveFailures);
        String cause = complete.getCause().map(Throwable::toString).orElse("unknown");
        LOG.info("{} will be tried again in {} s: {}", complete.getExecution().taskInstance, pause.toSeconds(), cause);
        operations.reschedule(complete, Instant.now().plus(pause));
    }

    /** Doubles with each failure. */
    static Duration pause(int failuresBefore) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(failuresBefore, 10));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
