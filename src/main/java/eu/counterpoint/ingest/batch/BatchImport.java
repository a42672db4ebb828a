package eu.counterpoint.ingest.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import eu.counterpoint.account.Accounts;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.ingest.batch.Batch.State;
import eu.counterpoint.ingest.batch.KnownKeys.Known;
import eu.counterpoint.ingest.batch.RowTable.Imported;
import eu.counterpoint.ingest.batch.RowTable.Waiting;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.IncompleteException;
import eu.counterpoint.library.InvalidDescriptionException;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.NewFile;
import eu.counterpoint.library.NotAllowedException;
import eu.counterpoint.library.Status;
import eu.counterpoint.ui.Texts;

/**
 * Imports the rows of a batch, some at a time. Material, key and row change in one transaction, so that an import that was
 * cut off at any moment goes on where it was; and what is missing of a row is looked at anew, so that nothing is done twice.
 */
@Component
class BatchImport {

    private static final Logger log = LoggerFactory.getLogger(BatchImport.class);
    /** Few, for the workers wait for the first ones. */
    private static final int TOGETHER = 10;
    /** After so long a turn ends, so that a stopping application does not wait for it. */
    private static final Duration TURN = Duration.ofSeconds(1);

    private final BatchTable batches;
    private final RowTable rows;
    private final FileProgress files;
    private final KnownKeys keys;
    private final Decision.Maker decisions;
    private final Past.Pasts pasts;
    private final Intake intake;
    private final Library library;
    private final Accounts accounts;
    private final BatchSettings settings;
    private final Texts texts;
    private final TransactionTemplate transaction;

    BatchImport(BatchTable batches, RowTable rows, FileProgress files, KnownKeys keys, Decision.Maker decisions,
            Past.Pasts pasts, Intake intake, Library library, Accounts accounts, BatchSettings settings, Texts texts,
            PlatformTransactionManager transactions) {
        this.batches = batches;
        this.rows = rows;
        this.files = files;
        this.keys = keys;
        this.decisions = decisions;
        this.pasts = pasts;
        this.intake = intake;
        this.library = library;
        this.accounts = accounts;
        this.settings = settings;
        this.texts = texts;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether there will be more to do, at once or later. */
    enum Next {
        AT_ONCE, LATER, NEVER
    }

    /**
     * Does a piece of the work.
     *
     * @param rested whether nothing went on for a while before, such as between two lives of the application
     */
    Next turn(BatchId id, boolean rested) {
        Optional<Batch> found = batches.find(id);
        if (found.isEmpty()) {
            return Next.NEVER;
        }
        if (rested) {
            batches.wentOn(id, Instant.now());
        }
        files.settle(id, Instant.now());
        boolean running = found.get().state() == State.RUNNING;
        Instant end = Instant.now().plus(TURN);
        int together = TOGETHER;
        while (running && Instant.now().isBefore(end)) {
            long room = settings.filesAhead() - files.ahead(id);
            if (room <= 0) {
                break;
            }
            try {
                if (!someRows(id, together, room)) {
                    break;
                }
            } catch (RuntimeException e) {
                if (isPassing(e)) {
                    throw e;
                }
                together = alone(id, together, e);
            }
        }
        return next(id);
    }

    private Next next(BatchId id) {
        boolean running = batches.find(id).filter(batch -> batch.state() == State.RUNNING).isPresent();
        boolean waiting = running && rows.waiting(id) > 0;
        if (waiting && files.ahead(id) < settings.filesAhead()) {
            return Next.AT_ONCE;
        }
        if (waiting || files.unsettled(id) > 0) {
            return Next.LATER;
        }
        if (running) {
            batches.ended(id, State.DONE, Instant.now());
        }
        return Next.NEVER;
    }

    /** Rows that cannot be imported together are tried one by one; one that cannot alone either is noted as failed. */
    private int alone(BatchId id, int together, RuntimeException why) {
        if (together > 1) {
            return 1;
        }
        transaction.executeWithoutResult(status -> rows.take(id, 1)
                .forEach(row -> rows.failed(id, row, reasons(why, id, row), Instant.now())));
        return TOGETHER;
    }

    /** Passes by itself: the database is away, or the application stops. */
    static boolean isPassing(RuntimeException e) {
        return e instanceof TransientDataAccessException || e instanceof DataAccessResourceFailureException
                || e instanceof TransactionException || Thread.currentThread().isInterrupted();
    }

    /** @return whether it is worth to go on */
    private boolean someRows(BatchId id, int most, long room) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            // Whoever pauses it waits for these rows, and is right from then on.
            Batch batch = batches.locked(id).filter(one -> one.state() == State.RUNNING).orElse(null);
            if (batch == null) {
                return false;
            }
            Reader owner = accounts.reader(batch.owner()).orElse(null);
            if (owner == null) {
                batches.paused(id, "owner");
                return false;
            }
            List<Waiting> waiting = rows.take(id, most);
            Map<Integer, List<NewFile>> named = rows.files(id, waiting);
            List<Imported> imported = new ArrayList<>();
            long handed = 0;
            for (Waiting row : waiting) {
                Imported one = row(batch, row, named.get(row.number()), owner);
                imported.add(one);
                handed += one.handedOver().size();
                if (handed >= room) {
                    break;
                }
            }
            rows.imported(id, imported, Instant.now());
            return !waiting.isEmpty();
        }));
    }

    private Imported row(Batch batch, Waiting row, List<NewFile> named, Reader owner) {
        Known known = keys.find(batch.owner(), row.key()).orElse(null);
        Material there = known == null ? null : library.find(known.material()).orElse(null);
        boolean publish = batch.publish() && owner.is(Role.EDITOR);
        Past past = there == null ? Past.NONE : pasts.of(there.id());
        Decision decision = decisions.decide(known, there, past, row.digest(), named, publish, owner);
        Material material = switch (decision.plan()) {
            case CREATE -> intake.create(row.content().description(), named, owner);
            case UPDATE -> updated(there, row, decision, owner);
            case SKIP, FAULTY -> there;
        };
        if (decision.publish()) {
            material = library.move(material.id(), Status.PUBLISHED, null, owner);
        }
        if (decision.plan() != BatchRow.Plan.SKIP) {
            Known now = new Known(material.id(), row.digest(), material.revision());
            if (known == null) {
                keys.add(batch.owner(), row.key(), now);
            } else {
                keys.change(batch.owner(), row.key(), now);
            }
        }
        List<FileId> before = there == null ? List.of() : there.files().stream().map(MaterialFile::id).toList();
        List<MaterialFile> handed = material.files().stream().filter(file -> !before.contains(file.id())).toList();
        return new Imported(row, material.id(), handed, decision.notes());
    }

    private Material updated(@Nullable Material there, Waiting row, Decision decision, Reader owner) {
        Material material = there;
        if (decision.describe()) {
            Description description = row.content().over(material.description());
            material = library.describe(material.id(), material.revision(), description, owner);
        }
        return decision.newFiles().isEmpty() ? material : intake.add(material.id(), decision.newFiles(), owner);
    }

    private List<Fault> reasons(RuntimeException thrown, BatchId id, Waiting row) {
        return switch (thrown) {
            case InvalidDescriptionException e -> e.problems().stream()
                    .map(problem -> new Fault(problem.field(), texts.get(problem.key(), problem.value()))).toList();
            case IncompleteException e -> e.missing().stream()
                    .map(field -> new Fault(field, texts.get("batch.fault.missing", field))).toList();
            case NotAllowedException e -> List.of(new Fault("", texts.get("batch.fault.not-allowed")));
            default -> {
                log.error("Row {} of batch {} cannot be imported", row.number(), id, thrown);
                yield List.of(new Fault("", texts.get("batch.fault.unexpected")));
            }
        };
    }
}
