package eu.counterpoint.ingest.batch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;

import eu.counterpoint.account.AccountId;
import eu.counterpoint.account.Accounts;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.ingest.Upload;
import eu.counterpoint.ingest.batch.Batch.State;
import eu.counterpoint.ingest.batch.BatchRow.Plan;
import eu.counterpoint.library.NotAllowedException;
import eu.counterpoint.ui.Texts;

/**
 * Many materials at once: {@link #open}, then {@link #receive} what belongs to it, {@link #check} what would become of it,
 * {@link #start}. Contributors see and run their own batches, editors all. A batch is idempotent: the same rows sent again
 * change nothing, corrected ones alone are imported.
 */
@Service
public class Batches {

    static final int LONGEST_NAME = 200;
    private static final int LONGEST_FOLDER = 1000;
    private static final Duration LONGEST_SENDING = Duration.ofDays(1);

    private final BatchTable batches;
    private final Originals originals;
    private final ServerFolder serverFolder;
    private final RowTable rows;
    private final FileProgress files;
    private final DryRun dryRun;
    private final AlreadyThere alreadyThere;
    private final Arrivals arrivals;
    private final Intake intake;
    private final Accounts accounts;
    private final Texts texts;
    /** Asked for late: the scheduler needs the jobs. */
    private final ObjectProvider<Scheduler> scheduler;

    Batches(BatchTable batches, Originals originals, ServerFolder serverFolder, RowTable rows, FileProgress files,
            DryRun dryRun, AlreadyThere alreadyThere, Arrivals arrivals, Intake intake, Accounts accounts, Texts texts,
            ObjectProvider<Scheduler> scheduler) {
        this.batches = batches;
        this.originals = originals;
        this.serverFolder = serverFolder;
        this.rows = rows;
        this.files = files;
        this.dryRun = dryRun;
        this.alreadyThere = alreadyThere;
        this.arrivals = arrivals;
        this.intake = intake;
        this.accounts = accounts;
        this.texts = texts;
        this.scheduler = scheduler;
    }

    /** Some of a list, and how long the list is. */
    public record Slice<T>(List<T> some, long total) {}

    /**
     * Makes a batch that nothing has come for yet.
     *
     * @throws NotAllowedException when nobody has signed in
     */
    public BatchId open(Reader by) {
        AccountId owner = by.account();
        if (owner == null) {
            throw new NotAllowedException("Sign in to contribute");
        }
        BatchId id = BatchId.next();
        batches.add(new Batch(id, owner, "", State.OPEN, false, null, null, null, 0, null, null, null,
                Instant.now().truncatedTo(ChronoUnit.MICROS), null, null, null));
        return id;
    }

    /**
     * Takes the table of a batch; one that came before goes.
     *
     * @throws BatchRefusedException when it is too large or of a form that is not taken
     */
    public void receiveManifest(BatchId id, Upload manifest, Reader by) throws IOException {
        arrivals.manifest(filling(id, by).id(), manifest);
    }

    /**
     * Takes a file of a batch, or a ZIP of them. A file that the library does not take is told of by the dry run. A ZIP may
     * have the table in it, called {@code manifest.csv} or {@code manifest.json}.
     *
     * @throws BatchRefusedException when there are too many, or a ZIP is broken, encrypted or exceeds a limit
     */
    public void receive(BatchId id, Upload file, Reader by) throws IOException {
        arrivals.file(filling(id, by).id(), file);
    }

    /**
     * Has what lies in a folder of the server taken, as it would be if it came in a ZIP, and the dry run made after that. Both
     * are a job that goes on after a restart; until it has ended, the batch is open. Where it cannot be taken, it says so in
     * {@link Batch#refusal}.
     *
     * @param folder  below the one of the settings; empty for itself
     * @param publish as for {@link #check}
     * @throws NotAllowedException   for anybody but administrators
     * @throws BatchRefusedException when there is none
     */
    @Transactional(rollbackFor = Exception.class)
    public Batch receiveFolder(BatchId id, String folder, boolean publish, Reader by) throws IOException {
        filling(id, by);
        checkFolder(folder, by);
        batches.receiving(id, cut(folder), folder, publish);
        schedule(BatchTasks.RECEIVE.instance(BatchTasks.job(id)).data("").build());
        return find(id, by);
    }

    /** Looks whether a folder of the server may be sent. Throws as {@link #receiveFolder}. */
    public void checkFolder(String folder, Reader by) throws IOException {
        if (folder.length() > LONGEST_FOLDER) {
            throw BatchRefusedException.of("folder-unknown", cut(folder));
        }
        serverFolder.check(folder, by);
    }

    /** Whether this reader may send a folder of the server. */
    public boolean offersFolder(Reader by) {
        return serverFolder.isOffered(by);
    }

    /** How many files have come for a batch. */
    public long received(BatchId id, Reader by) {
        return originals.count(find(id, by).id());
    }

    /** A text that tells whether the same has come for two batches. */
    public String content(BatchId id, Reader by) {
        Batch batch = find(id, by);
        return originals.digest(id) + " " + batch.manifestName() + " " + batch.manifestSha256();
    }

    /**
     * The dry run: says of every row what would become of it. May be made again as long as the batch has not been started.
     *
     * @param publish whether its materials are to be published at once; for editors
     * @throws BatchRefusedException when the table as a whole cannot be read; the batch stays as it was
     * @throws NotAllowedException   when somebody who is no editor wants to publish
     */
    @Transactional(rollbackFor = Exception.class)
    public Batch check(BatchId id, @Nullable String name, boolean publish, Reader by) throws IOException {
        find(id, by);
        Batch batch = batches.locked(id).orElseThrow();
        if (batch.state() != State.OPEN && batch.state() != State.CHECKED) {
            throw BatchRefusedException.notNow("started");
        }
        if (batch.isReceiving()) {
            throw BatchRefusedException.notNow("arriving");
        }
        return checked(batch, name, publish, by);
    }

    /** The dry run of a batch, when the whole folder of the server has come. */
    @Transactional(rollbackFor = Exception.class)
    void checkReceived(BatchId id, Reader by) throws IOException {
        Batch batch = batches.locked(id).filter(Batch::isReceiving).orElse(null);
        if (batch != null) {
            checked(batch, batch.folder(), batch.publish(), by);
        }
    }

    private Batch checked(Batch batch, @Nullable String name, boolean publish, Reader by) throws IOException {
        BatchId id = batch.id();
        if (publish && !by.is(Role.EDITOR)) {
            throw new NotAllowedException("Publishing is for editors");
        }
        String called = name == null || name.isBlank()
                ? batch.manifestName() == null ? texts.get("batch.files", originals.count(id)) : batch.manifestName()
                : name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        called = cut(called);
        batches.checked(id, called, publish, DryRun.Found.NOTHING);
        Batch now = batches.find(id).orElseThrow();
        Reader owner = accounts.reader(now.owner()).orElse(by);
        batches.checked(id, called, publish, dryRun.run(now, owner));
        return batches.find(id).orElseThrow();
    }

    /**
     * Forgets a batch that was never started, and all that came for it; its originals go after a day, unless something else has
     * them by then.
     */
    @Transactional
    public void discard(BatchId id, Reader by) {
        find(id, by);
        Batch batch = batches.locked(id).orElseThrow();
        if (batch.startedAt() != null) {
            throw BatchRefusedException.notNow("started");
        }
        batches.remove(id);
    }

    /** Forgets what somebody began to send more than a day ago and never finished. Returns how many batches that were. */
    @Transactional
    int forgetUnsent() {
        return batches.removeUnsent(Instant.now().minus(LONGEST_SENDING));
    }

    /** Begins to import what the dry run found no fault with. Does nothing where that has begun. */
    @Transactional
    public Batch start(BatchId id, Reader by) {
        return switch (held(id, by).state()) {
            case OPEN -> throw BatchRefusedException.notNow("not-checked");
            case CHECKED -> run(id);
            case PAUSED -> throw BatchRefusedException.notNow("paused");
            case CANCELLED -> throw BatchRefusedException.notNow("cancelled");
            case RUNNING, DONE -> find(id, by);
        };
    }

    /** Imports nothing more until it is resumed. Files that were handed over are still read. */
    @Transactional
    public Batch pause(BatchId id, Reader by) {
        return switch (held(id, by).state()) {
            case RUNNING -> {
                batches.paused(id, null);
                yield find(id, by);
            }
            case PAUSED -> find(id, by);
            case OPEN, CHECKED, CANCELLED, DONE -> throw BatchRefusedException.notNow("not-running");
        };
    }

    /** Goes on after a pause. */
    @Transactional
    public Batch resume(BatchId id, Reader by) {
        return switch (held(id, by).state()) {
            case PAUSED -> run(id);
            case RUNNING -> find(id, by);
            case OPEN, CHECKED, CANCELLED, DONE -> throw BatchRefusedException.notNow("not-paused");
        };
    }

    /** Ends it for good. What was imported stays. */
    @Transactional
    public Batch cancel(BatchId id, Reader by) {
        Batch batch = held(id, by);
        if (batch.state() == State.DONE) {
            throw BatchRefusedException.notNow("not-running");
        }
        batches.ended(id, State.CANCELLED, Instant.now());
        return find(id, by);
    }

    /** @throws BatchNotFoundException when there is none, or none that this reader may know of */
    public Batch find(BatchId id, Reader by) {
        return batches.find(id).filter(batch -> by.is(Role.EDITOR) || batch.owner().equals(by.account()))
                .orElseThrow(() -> new BatchNotFoundException("There is no batch " + id));
    }

    /** Newest first: a contributor's own, for editors all. */
    public Slice<Batch> list(Reader by, long from, int most) {
        if (by.account() == null) {
            throw new NotAllowedException("Sign in to contribute");
        }
        AccountId owner = by.is(Role.EDITOR) ? null : by.account();
        return new Slice<>(batches.list(owner, from, most), batches.count(owner));
    }

    /** How far a batch is at this moment. */
    public Progress progress(Batch batch) {
        return files.of(batch);
    }

    /** How far several batches are at this moment, counted together. */
    public Map<BatchId, Progress> progress(List<Batch> some) {
        return files.of(some);
    }

    /** Rows in their order. @param plan null for all */
    public Slice<BatchRow> rows(Batch batch, @Nullable Plan plan, long from, int most) {
        return new Slice<>(rows.rows(batch.id(), plan, from, most), rows.count(batch.id(), plan));
    }

    /** Files in their order, and what the library has with nearly the same text. @param state null for all */
    public Slice<BatchFile> files(Batch batch, BatchFile.@Nullable State state, long from, int most, Reader by) {
        return new Slice<>(alreadyThere.marked(files.files(batch.id(), state, from, most), by),
                files.count(batch.id(), state));
    }

    /** A table to begin with: the headings, and a row that shows how cells are written. */
    public String template() {
        return String.join(",", Columns.all()) + "\r\n" + texts.get("batch.template") + "\r\n";
    }

    /** The largest file taken, in bytes. */
    public long maxFileBytes() {
        return intake.maxFileBytes();
    }

    private Batch filling(BatchId id, Reader by) {
        Batch batch = find(id, by);
        if (batch.state() != State.OPEN && batch.state() != State.CHECKED) {
            throw BatchRefusedException.notNow("started");
        }
        return batch;
    }

    private Batch held(BatchId id, Reader by) {
        find(id, by);
        return batches.locked(id).orElseThrow();
    }

    private Batch run(BatchId id) {
        batches.running(id, Instant.now());
        schedule(BatchTasks.IMPORT.instance(BatchTasks.job(id)).build());
        return Objects.requireNonNull(batches.find(id).orElseThrow());
    }

    private void schedule(TaskInstance<?> job) {
        scheduler.getObject().scheduleIfNotExists(job, Instant.now());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.getObject().triggerCheckForDueExecutions();
            }
        });
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
