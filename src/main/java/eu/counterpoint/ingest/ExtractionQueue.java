package eu.counterpoint.ingest;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import eu.counterpoint.extraction.Extractor;
import eu.counterpoint.ingest.clamd.ClamdUnavailableException;
import eu.counterpoint.ingest.clamd.ScanFailedException;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.MaterialId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The files waiting to be read, in the database. A scheduler of its own, so that files and index never wait for each other,
 * with one thread more than there are workers, so that no worker waits while the result of its last file is noted.
 */
@Component
class ExtractionQueue implements SmartLifecycle {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(1);
    /** How often a file whose last try it is looks whether it is its turn. */
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(ExtractionQueue.class);

    private final TaskDescriptor<Attempt> task;
    private final Work work;
    private final IngestSettings settings;
    private final LastTries lastTries;
    /** Tells this life of the application from those before it, and from other instances. */
    private final String life = UUID.randomUUID().toString();
    private final Scheduler scheduler;
    private volatile boolean running;

    @Autowired
    ExtractionQueue(FileReading reading, Extractor extractor, IngestSettings settings, LastTries lastTries,
            DbSchedulerProperties common, DataSource dataSource) {
        this("read-file", "extraction_jobs", extractor.workers() + 1, reading::read, settings, lastTries, common,
                dataSource);
    }

    ExtractionQueue(String name, String table, int threads, Work work, IngestSettings settings, LastTries lastTries,
            DbSchedulerProperties common, DataSource dataSource) {
        this.task = TaskDescriptor.of(name, Attempt.class);
        this.work = work;
        this.settings = settings;
        this.lastTries = lastTries;
        var job = Tasks.custom(task).onDeadExecution(this::died).onFailure(this::failed).execute(this::run);
        // Four polls' worth of small files is fetched at once: picking one up must not cost a poll.
        this.scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), job)
                .tableName(table).serializer(new AttemptSerializer()).schedulerName(new SchedulerName.Fixed(life))
                .threads(threads).pollUsingFetch(1.0, 20.0)
                .pollingInterval(common.getPollingInterval()).heartbeatInterval(common.getHeartbeatInterval())
                .missedHeartbeatsLimit(common.getMissedHeartbeatsLimit()).alwaysPersistTimestampInUTC()
                .shutdownMaxWait(PATIENCE_AT_SHUTDOWN).build();
    }

    /** Adds a file. Takes part in the transaction around it: without its commit there is no job. */
    void enqueue(MaterialId material, FileId file) {
        scheduler.schedule(task.instance(new JobId(material, file, UUID.randomUUID()).text()).data(Attempt.FIRST)
                .scheduledTo(Instant.now()));
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    scheduler.triggerCheckForDueExecutions();
                }
            });
        } else {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    /** The files that have a job, running or not. */
    Set<FileId> files() {
        Set<FileId> files = new HashSet<>();
        ((SchedulerClient) scheduler).fetchScheduledExecutionsForTask(task.getTaskName(), Attempt.class,
                job -> files.add(JobId.of(job.getTaskInstance().getId()).file()));
        return files;
    }

    /** What is done with each file. */
    interface Work {

        void read(MaterialId material, FileId file, Attempt attempt) throws InterruptedException;
    }

    private CompletionHandler<Attempt> run(TaskInstance<Attempt> job, ExecutionContext context) {
        Attempt attempt = job.getData();
        if (attempt.onLastTry() && !lastTries.begin()) {
            return (end, later) -> later.reschedule(end, Instant.now().plus(TURN));
        }
        JobId id = JobId.of(job.getId());
        try {
            work.read(id.material(), id.file(), attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted(e);
        } finally {
            if (attempt.onLastTry()) {
                lastTries.end();
            }
        }
        return (end, done) -> done.remove();
    }

    private void failed(ExecutionComplete end, ExecutionOperations<Attempt> job) {
        Throwable cause = end.getCause().orElse(null);
        Attempt attempt = attempt(end);
        switch (cause) {
            case Interrupted stopped ->
                job.reschedule(ExecutionComplete.simulatedSuccess(Instant.now()), Instant.now(),
                        attempt.afterTrouble());
            case WorkerLostException again -> job.reschedule(end,
                    Instant.now().plus(attempt.rest(settings.retryAfter())),
                    attempt.afterLostWorker(again.workerWasStopped()));
            case ScanFailedException failed -> {
                log.warn("{} is given to the malware scanner again: {}", end.getExecution().taskInstance.getId(),
                        failed.getMessage());
                job.reschedule(end, Instant.now().plus(pauseAfter(attempt.scansFailed())),
                        attempt.afterFailedScan());
            }
            case ClamdUnavailableException away -> {
                Duration pause = pauseAfter(end.getExecution().consecutiveFailures);
                log.warn("{} waits for the malware scanner and is tried again in {} s: {}",
                        end.getExecution().taskInstance.getId(), pause.toSeconds(), away.getMessage());
                job.reschedule(end, Instant.now().plus(pause), attempt.afterTrouble());
            }
            case null, default -> {
                Duration pause = pauseAfter(end.getExecution().consecutiveFailures);
                log.warn("Reading {} will be tried again in {} s", end.getExecution().taskInstance.getId(),
                        pause.toSeconds(), cause);
                job.reschedule(end, Instant.now().plus(pause), attempt.afterTrouble());
            }
        }
    }

    /** The application died while the job ran; or it is this one, which was put to sleep for so long that it seems so. */
    private void died(ExecutionComplete end, ExecutionOperations<Attempt> job) {
        Attempt attempt = attempt(end);
        if (life.equals(end.getExecution().pickedBy)) {
            job.reschedule(end, Instant.now(), attempt);
            return;
        }
        Attempt next = attempt.afterDeath();
        log.warn("The application died while it worked on {}, {} times in a row",
                end.getExecution().taskInstance.getId(),
                next.deaths());
        job.reschedule(end, Instant.now(), next);
    }

    private static Attempt attempt(ExecutionComplete end) {
        return (Attempt) end.getExecution().taskInstance.getData();
    }

    /** 2, 4, 8 … seconds, at most five minutes. */
    static Duration pauseAfter(int failures) {
        Duration pause = Duration.ofSeconds(2L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    @Override
    public void start() {
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The application stops; the job runs again when it is back. */
    private static class Interrupted extends RuntimeException {
        Interrupted(InterruptedException cause) {
            super(cause);
        }
    }
}
