package eu.counterpoint.ingest;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import eu.counterpoint.account.AccountId;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.ingest.RetryLog.Entry;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.NotAllowedException;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.Quarantine;
import eu.counterpoint.library.QuarantineFilter;
import eu.counterpoint.library.QuarantinedFile;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts many files back to be read again. All of an outcome or a reason may be thousands: a persistent job walks through them in
 * portions, each one transaction, and goes on after a restart where it was.
 */
@Service
public class Retries {

    static final TaskDescriptor<Void> WALK = TaskDescriptor.of("retry-files");
    private static final int PORTION = 25;

    private final Quarantine quarantine;
    private final Intake intake;
    private final ExtractionQueue queue;
    private final RetryLog log;
    private final ObjectProvider<Scheduler> scheduler;
    private final TransactionTemplate transaction;

    Retries(Quarantine quarantine, Intake intake, ExtractionQueue queue, RetryLog log,
            ObjectProvider<Scheduler> scheduler, TransactionTemplate transaction) {
        this.quarantine = quarantine;
        this.intake = intake;
        this.queue = queue;
        this.log = log;
        this.scheduler = scheduler;
        this.transaction = transaction;
    }

    /**
     * Puts back those of these files that the reader may have read again.
     *
     * @return how many that were; those that wait already do not count
     * @throws NotAllowedException when nobody has signed in
     */
    public int retry(Collection<FileId> files, Reader by) {
        int again = 0;
        for (QuarantinedFile file : quarantine.files(files, by)) {
            if (file.mayBeReadAgain(by) && intake.retry(file.material(), file.file().id(), by)) {
                again++;
            }
        }
        return again;
    }

    /**
     * Begins to put back all of these files that the reader sees and nobody has accepted; those that come later are left
     * alone, and rejected ones by all but administrators. Answers the one that is under way where there is one.
     *
     * @throws NotAllowedException when nobody has signed in, and for rejected files alone of all but administrators
     */
    public RetryState retryAll(QuarantineFilter wanted, Reader by) {
        AccountId owner = quarantine.scope(by);
        QuarantineFilter files = allowed(wanted, by).orElseThrow(
                () -> new NotAllowedException("Only administrators decide on what was rejected as harmful"));
        Optional<Entry> walking = log.recent().stream().filter(entry -> !entry.finished()
                && entry.files().equals(files) && Objects.equals(entry.owner(), owner)).findFirst();
        if (walking.isPresent()) {
            return state(walking.get());
        }
        Entry entry = transaction.execute(status -> {
            long id = log.add(files, owner, Objects.requireNonNull(by.account()),
                    quarantine.last().orElse(new FileId(0)), quarantine.count(files, owner));
            scheduler.getObject().scheduleIfNotExists(WALK.instance(Long.toString(id)).build(), Instant.now());
            return log.find(id).orElseThrow();
        });
        scheduler.getObject().triggerCheckForDueExecutions();
        return state(entry);
    }

    /**
     * How many files {@link #retryAll} would put back.
     *
     * @throws NotAllowedException when nobody has signed in
     */
    public long count(QuarantineFilter wanted, Reader by) {
        AccountId owner = quarantine.scope(by);
        return allowed(wanted, by).map(files -> quarantine.count(files, owner)).orElse(0L);
    }

    /** Those that this reader may have read again, each outcome named; empty where that can be none. */
    private static Optional<QuarantineFilter> allowed(QuarantineFilter wanted, Reader by) {
        Set<Outcome> outcomes = EnumSet.copyOf(wanted.wanted());
        if (by.is(Role.ADMINISTRATOR)) {
            return Optional.of(wanted.with(outcomes));
        }
        outcomes.remove(Outcome.REJECTED);
        boolean harmful = !wanted.reasons().isEmpty() && MalwareCheck.REASONS.containsAll(wanted.reasons());
        return outcomes.isEmpty() || harmful ? Optional.empty() : Optional.of(wanted.with(outcomes));
    }

    /** How far one is; empty where there is none that this reader may know of. */
    public Optional<RetryState> find(long id, Reader reader) {
        return log.find(id).filter(entry -> sees(reader, entry)).map(this::state);
    }

    /** Those of the last day, the newest first. */
    public List<RetryState> recent(Reader reader) {
        return log.recent().stream().filter(entry -> sees(reader, entry)).map(this::state).toList();
    }

    /** The job that walks. */
    void walk(long id, ExecutionContext context) {
        while (portion(id)) {
            if (context.getSchedulerState().isShuttingDown()) {
                throw new IllegalStateException("The application stops; the retry goes on with the next start");
            }
        }
    }

    private boolean portion(long id) {
        Entry entry = log.find(id).filter(found -> !found.finished()).orElse(null);
        if (entry == null) {
            return false;
        }
        List<QuarantinedFile> files = quarantine.walk(entry.files(), entry.owner(), entry.last(), entry.upTo(),
                PORTION);
        transaction.executeWithoutResult(status -> {
            if (files.isEmpty()) {
                log.finished(id, quarantine.ofRetry(id).values().stream().mapToLong(Long::longValue).sum());
                return;
            }
            // Always in one order, so that two walks never wait for each other.
            var byMaterial = files.stream().collect(Collectors.groupingBy(file -> file.material().value(),
                    TreeMap::new, Collectors.mapping(file -> file.file().id(), Collectors.toList())));
            byMaterial.forEach((value, ids) -> {
                MaterialId material = new MaterialId(value);
                quarantine.putBack(material, ids, id).forEach(file -> queue.enqueue(material, file));
            });
            log.walked(id, files.getLast().file().id());
        });
        return !files.isEmpty();
    }

    private boolean sees(Reader reader, Entry entry) {
        AccountId owner = quarantine.scope(reader);
        return owner == null || owner.equals(entry.owner());
    }

    private RetryState state(Entry entry) {
        return new RetryState(entry.id(), entry.files(), entry.askedAt(), !entry.finished(), entry.total(),
                quarantine.ofRetry(entry.id()));
    }
}
