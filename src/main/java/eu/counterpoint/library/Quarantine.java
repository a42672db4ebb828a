package eu.counterpoint.library;

import eu.counterpoint.account.AccountId;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.library.HistoryEntry.Step;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that did not become fully searchable, and what people can do about it. Editors see all of it, everybody else
 * the files of their own materials. What was withdrawn is nobody's care any more. Each method is one transaction, or part
 * of the caller's.
 */
@Service
@Transactional
public class Quarantine {

    /** No account has this id. */
    private static final long NOBODY = -1;
    /** No batch has this id. */
    private static final String ANY_BATCH = "";
    /** So many can still be chosen from. */
    private static final Limit MOST_BATCHES = Limit.of(20);

    private final FileRows files;
    private final MaterialChanges changes;

    Quarantine(FileRows files, MaterialChanges changes) {
        this.files = files;
        this.changes = changes;
    }

    /**
     * The files, those that came last first. The page's own order counts for nothing.
     *
     * @throws NotAllowedException when nobody has signed in
     */
    @Transactional(readOnly = true)
    public Page<QuarantinedFile> files(QuarantineFilter filter, Reader reader, Pageable page) {
        Pageable ordered = PageRequest.of(page.getPageNumber(), page.getPageSize(), Sort.by("id").descending());
        return files.findAll(Specification.allOf(matching(filter), seenBy(scope(reader))), ordered)
                .map(Quarantine::told);
    }

    /**
     * These files as far as the reader sees them, whatever has become of them meanwhile, in no order.
     *
     * @throws NotAllowedException when nobody has signed in
     */
    @Transactional(readOnly = true)
    public List<QuarantinedFile> files(Collection<FileId> wanted, Reader reader) {
        AccountId owner = scope(reader);
        return files.findByIdIn(wanted.stream().map(FileId::value).toList()).stream().map(Quarantine::told)
                .filter(file -> file.status() != Status.WITHDRAWN && (owner == null || owner.equals(file.owner())))
                .toList();
    }

    /** How many files there are for this reader. Throws as {@link #files}. */
    @Transactional(readOnly = true)
    public QuarantineCounts counts(Reader reader) {
        return counts(reader, null);
    }

    /**
     * How many of the files that came with a batch there are for this reader. Throws as {@link #files}.
     *
     * @param batch its id; null for all files
     */
    @Transactional(readOnly = true)
    public QuarantineCounts counts(Reader reader, @Nullable String batch) {
        AccountId owner = scope(reader);
        String wanted = batch == null ? ANY_BATCH : batch;
        Map<Outcome, Long> byOutcome = new EnumMap<>(Outcome.class);
        Map<Outcome, Map<String, Long>> byReason = new EnumMap<>(Outcome.class);
        files.counts(Outcome.FOR_QUARANTINE, Status.WITHDRAWN, owner == null, id(owner), wanted).forEach(counted -> {
            byOutcome.merge(counted.outcome(), counted.files(), Long::sum);
            if (counted.reason() != null) {
                byReason.computeIfAbsent(counted.outcome(), outcome -> new TreeMap<>()).put(counted.reason(),
                        counted.files());
            }
        });
        return new QuarantineCounts(Map.copyOf(byOutcome), Map.copyOf(byReason),
                files.accepted(Status.WITHDRAWN, owner == null, id(owner), wanted));
    }

    /**
     * How many files need care of each batch that has such, by its id, those that came last first; of the latest batches.
     * Throws as {@link #files}.
     */
    @Transactional(readOnly = true)
    public SequencedMap<String, Long> batches(Reader reader) {
        AccountId owner = scope(reader);
        SequencedMap<String, Long> batches = new LinkedHashMap<>();
        files.batches(Outcome.FOR_QUARANTINE, Status.WITHDRAWN, owner == null, id(owner), MOST_BATCHES)
                .forEach(counted -> batches.put(counted.batch(), counted.files()));
        return batches;
    }

    /** Whose files a reader sees: null for everybody's. Throws as {@link #files}. */
    public @Nullable AccountId scope(Reader reader) {
        AccountId account = Access.account(reader);
        return reader.is(Role.EDITOR) ? null : account;
    }

    /**
     * Sets a file back to {@link Outcome#PENDING}, to be read again, unless it waits for that already, was read whole, or was
     * opened with a password: what came of that would be lost.
     *
     * @return whether it did; then it needs a job, in the same transaction
     * @throws MaterialNotFoundException when there is no such material or file, or none that this reader may know of
     * @throws NotAllowedException       when this reader may not
     */
    public boolean readAgain(MaterialId id, FileId file, Reader by) {
        MaterialRow row = changes.locked(id).orElseThrow(() -> Access.unknown(id));
        Material material = Access.seen(row.toMaterial(), by);
        Outcome outcome = MaterialChanges.file(row, file).outcome();
        if (!outcome.isForQuarantine()) {
            return false;
        }
        if (!Access.mayReadAgain(material.status(), material.owner(), outcome, by)) {
            throw new NotAllowedException("Only its owner and editors may have a file read again");
        }
        return !putBack(id, List.of(file), null).isEmpty();
    }

    /**
     * The same for several files of a material, whoever asked for it, as part of a retry of many files or of none; files that are
     * gone are left out, and those that were opened with a password.
     *
     * @return those that were set back
     */
    public List<FileId> putBack(MaterialId id, Collection<FileId> wanted, @Nullable Long retry) {
        MaterialRow row = changes.locked(id).orElse(null);
        if (row == null) {
            return List.of();
        }
        List<FileId> back = new ArrayList<>();
        for (FileId file : wanted) {
            row.file(file).filter(found -> found.outcome().isForQuarantine() && !found.isOpened()).ifPresent(found -> {
                found.pending(retry);
                back.add(file);
            });
        }
        if (!back.isEmpty()) {
            row.changed(MaterialChanges.now());
            changes.announce(row);
        }
        return back;
    }

    /**
     * Takes a file as it is, though it is not fully searchable. Does nothing where it is searchable, or accepted already.
     *
     * @throws MaterialNotFoundException when there is no such material or file, or none that this reader may know of
     * @throws NotAllowedException       when this reader may not change the material, or it was rejected as harmful
     */
    public Material accept(MaterialId id, FileId file, Reader by) {
        MaterialRow row = changes.editable(id, by);
        FileRow found = MaterialChanges.file(row, file);
        Access.checkCare(found.outcome(), by);
        if (!found.outcome().isForQuarantine() || found.isAccepted()) {
            return row.toMaterial();
        }
        Instant now = MaterialChanges.now();
        found.accept(Access.account(by), now);
        row.changed(now);
        return changes.changed(row, Step.FILE_ACCEPTED, by.account(), List.of(found.name()));
    }

    /**
     * Puts another original in the place of a file's, {@link Outcome#PENDING}; the one before stays in the store. Does nothing
     * where it is the same. It needs a job, in the same transaction. Throws as {@link #accept}.
     */
    public Material replace(MaterialId id, FileId file, NewFile original, Reader by) {
        MaterialRow row = changes.editable(id, by);
        FileRow found = MaterialChanges.file(row, file);
        if (found.isSame(original)) {
            return row.toMaterial();
        }
        Instant now = MaterialChanges.now();
        String before = found.name();
        found.replace(original, now);
        row.changed(now);
        return changes.changed(row, Step.FILE_REPLACED, by.account(),
                Stream.of(before, found.name()).distinct().toList());
    }

    /**
     * The files that a retry of many reads again, by their ids, those after one and up to another: how it walks.
     *
     * @param owner of their materials; null for everybody's
     */
    @Transactional(readOnly = true)
    public List<QuarantinedFile> walk(QuarantineFilter filter, @Nullable AccountId owner, FileId after, FileId upTo,
            int limit) {
        Specification<FileRow> stretch = (file, query, is) -> is.and(is.greaterThan(file.get("id"), after.value()),
                is.lessThanOrEqualTo(file.get("id"), upTo.value()));
        return files.findBy(Specification.allOf(matching(filter), readable(), seenBy(owner), stretch),
                found -> found.sortBy(Sort.by("id")).limit(limit).project("material").all()).stream()
                .map(Quarantine::told).toList();
    }

    /** How many files a retry of many reads again. Parameters as for {@link #walk}. */
    @Transactional(readOnly = true)
    public long count(QuarantineFilter filter, @Nullable AccountId owner) {
        return files.count(Specification.allOf(matching(filter), readable(), seenBy(owner)));
    }

    /** The file that came last; empty where there are none. */
    @Transactional(readOnly = true)
    public Optional<FileId> last() {
        return Optional.ofNullable(files.last()).map(FileId::new);
    }

    /** How many of the files that a retry has put back to be read have which outcome now. */
    @Transactional(readOnly = true)
    public Map<Outcome, Long> ofRetry(long retry) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        files.ofRetry(retry).forEach(counted -> counts.put(counted.outcome(), counted.files()));
        return counts;
    }

    private static Specification<FileRow> matching(QuarantineFilter filter) {
        return (file, query, is) -> {
            List<Predicate> all = new ArrayList<>();
            all.add(file.get("outcome").in(filter.wanted()));
            all.add(filter.accepted() ? file.get("acceptedAt").isNotNull() : file.get("acceptedAt").isNull());
            if (!filter.reasons().isEmpty()) {
                all.add(file.get("reason").in(filter.reasons()));
            }
            if (filter.batch() != null) {
                Subquery<Long> came = query.subquery(Long.class);
                Root<BatchedFile> batched = came.from(BatchedFile.class);
                all.add(file.get("id").in(came.select(batched.get("file"))
                        .where(is.equal(batched.get("batch"), filter.batch()))));
            }
            return is.and(all);
        };
    }

    /** Without a password, that is. */
    private static Specification<FileRow> readable() {
        return (file, query, is) -> is.isFalse(file.get("opened"));
    }

    private static Specification<FileRow> seenBy(@Nullable AccountId owner) {
        return (file, query, is) -> {
            var material = file.get("material");
            var there = is.notEqual(material.get("status"), Status.WITHDRAWN);
            return owner == null ? there : is.and(there, is.equal(material.get("ownerId"), owner.value()));
        };
    }

    private static long id(@Nullable AccountId owner) {
        return owner == null ? NOBODY : owner.value();
    }

    private static QuarantinedFile told(FileRow file) {
        MaterialRow material = file.material();
        return new QuarantinedFile(new MaterialId(material.id()), material.title(), material.status(),
                material.owner(), file.toFile());
    }
}
