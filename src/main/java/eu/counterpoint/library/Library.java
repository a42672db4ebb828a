package eu.counterpoint.library;

import eu.counterpoint.account.AccountId;
import eu.counterpoint.account.Reader;
import eu.counterpoint.library.HistoryEntry.Step;
import eu.counterpoint.vocabulary.Vocabulary;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The catalogue of materials. Every method is one transaction, or part of the caller's, and every change publishes
 * {@link MaterialChanged} and is told by {@link #history}. Who changes a material holds its row until the end of the
 * transaction, so that changes come one after another.
 */
@Service
@Transactional
public class Library {

    private final MaterialRows rows;
    private final EntityManager entities;
    private final Vocabulary vocabulary;
    private final MaterialChanges changes;
    private final TextSignatures signatures;

    Library(MaterialRows rows, EntityManager entities, Vocabulary vocabulary, MaterialChanges changes,
            TextSignatures signatures) {
        this.rows = rows;
        this.entities = entities;
        this.vocabulary = vocabulary;
        this.changes = changes;
        this.signatures = signatures;
    }

    /**
     * Makes a draft.
     *
     * @throws InvalidDescriptionException when something in the description is wrong; names each field
     * @throws NotAllowedException         when nobody has signed in
     */
    public Material create(Description description, Reader owner) {
        return create(MaterialIds.next(), description, List.of(), owner, false);
    }

    /**
     * Makes a draft with files, each {@link Outcome#PENDING}. Without a title it is called as its first file is, until
     * that has been read. Throws as {@link #create(Description, Reader)}.
     */
    public Material create(Description description, List<NewFile> files, Reader owner) {
        return create(MaterialIds.next(), description, files, owner, false);
    }

    /** Makes a draft of the starter collection under a given id; does nothing and answers it where it is there already. */
    public Material createStarter(MaterialId id, Description description, Reader owner) {
        return find(id).orElseGet(() -> create(id, description, List.of(), owner, true));
    }

    /** The record, whoever asks. For jobs; what people see goes through {@link #visible}. */
    @Transactional(readOnly = true)
    public Optional<Material> find(MaterialId id) {
        return rows.findById(id.value()).map(MaterialRow::toMaterial);
    }

    /** A file of a record, whoever asks; without reading the rest of the record. */
    @Transactional(readOnly = true)
    public Optional<MaterialFile> file(MaterialId id, FileId file) {
        return rows.file(id.value(), file.value()).map(FileRow::toFile);
    }

    /** The records of these ids, as far as there are, in no order, read together. As {@link #find}: whoever asks. */
    @Transactional(readOnly = true)
    public List<Material> findAll(Collection<MaterialId> ids) {
        return rows.findAllById(ids.stream().map(MaterialId::value).toList()).stream().map(MaterialRow::toMaterial)
                .toList();
    }

    /**
     * The record as a reader may see it.
     *
     * @throws MaterialNotFoundException  when there is none, or none that this reader may know of
     * @throws MaterialWithdrawnException when it was withdrawn and the reader is neither its owner nor an editor
     */
    @Transactional(readOnly = true)
    public Material visible(MaterialId id, Reader reader) {
        return Access.seen(find(id).orElseThrow(() -> Access.unknown(id)), reader);
    }

    /**
     * Whether a reader may change the description and the files of a material as it stands: its owner in a draft or when
     * changes were requested, editors always.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean mayEdit(Material material, Reader reader) {
        return Access.mayEdit(material, reader);
    }

    /**
     * Replaces the description.
     *
     * @param revision the revision that the edit was made on
     * @throws StaleRevisionException      when the record has changed since
     * @throws InvalidDescriptionException when something in it is wrong; names each field
     * @throws IncompleteException         when a published material would lose what it needs; names each field
     * @throws NotAllowedException         when this reader may not
     */
    public Material describe(MaterialId id, long revision, Description description, Reader by) {
        MaterialRow row = changes.editable(id, by);
        if (row.revision() != revision) {
            throw new StaleRevisionException(id + " is at revision " + row.revision() + ", not " + revision);
        }
        Description before = row.description();
        Description after = DescriptionCheck.checked(description, vocabulary);
        if (row.status() == Status.PUBLISHED) {
            complete(Lifecycle.missingToPublish(after));
        }
        List<String> fields = Difference.between(before, after);
        if (fields.isEmpty()) {
            return row.toMaterial();
        }
        row.describe(after);
        row.revised(MaterialChanges.now());
        return changes.changed(row, Step.DESCRIBED, by.account(), fields);
    }

    /** Adds files, each {@link Outcome#PENDING}. Throws as {@link #describe}. */
    public Material addFiles(MaterialId id, List<NewFile> files, Reader by) {
        MaterialRow row = changes.editable(id, by);
        if (files.isEmpty()) {
            return row.toMaterial();
        }
        addFiles(row, files, MaterialChanges.now());
        // Gives them their ids.
        entities.flush();
        return changes.changed(row, Step.FILES_ADDED, by.account(), names(files));
    }

    /** Takes a file off the record; the original stays in the store. Throws as {@link #describe}. */
    public Material removeFile(MaterialId id, FileId file, Reader by) {
        MaterialRow row = changes.editable(id, by);
        FileRow removed = MaterialChanges.file(row, file);
        row.files().remove(removed);
        row.changed(MaterialChanges.now());
        return changes.changed(row, Step.FILE_REMOVED, by.account(), List.of(removed.name()));
    }

    /**
     * States the language of a file where another was detected, or none. Text of the file that certainly is in another
     * language keeps its own. Throws as {@link #describe}.
     *
     * @param language id of a concept of the scheme of languages
     */
    public Material correctLanguage(MaterialId id, FileId file, String language, Reader by) {
        MaterialRow row = changes.editable(id, by);
        FileRow corrected = MaterialChanges.file(row, file);
        String known = DescriptionCheck.checkedLanguage(language, vocabulary);
        if (known.equals(corrected.toFile().language())) {
            return row.toMaterial();
        }
        corrected.state(known);
        row.changed(MaterialChanges.now());
        return changes.changed(row, Step.LANGUAGE_CORRECTED, by.account(), List.of(corrected.name()));
    }

    /**
     * Notes what reading a file brought, and fills in what nobody has stated. That is no revision: who is editing goes
     * on, and what people state counts. Does nothing where the file is gone, or is to be read again since.
     *
     * @param reading of the file that was read, see {@link MaterialFile#reading()}
     */
    public void fileRead(MaterialId id, FileId file, int reading, ReadFile read) {
        MaterialRow row = changes.locked(id).orElse(null);
        FileRow found = row == null ? null : row.file(file).orElse(null);
        if (row != null && found != null && found.reading() == reading) {
            brought(row, found, read);
        }
    }

    /**
     * Notes what reading a file with its password brought. Does nothing where the file is gone, is not encrypted any more, or
     * is to be read again since.
     *
     * @param reading of the file before, see {@link MaterialFile#reading()}
     * @param by      whose password it was
     */
    public void fileOpened(MaterialId id, FileId file, int reading, ReadFile read, Reader by) {
        MaterialRow row = changes.editable(id, by);
        FileRow found = row.file(file).orElse(null);
        if (found != null && found.reading() == reading && found.outcome() == Outcome.ENCRYPTED) {
            found.open();
            brought(row, found, read);
            changes.changed(row, Step.FILE_OPENED, by.account(), List.of(found.name()));
        }
    }

    private void brought(MaterialRow row, FileRow found, ReadFile read) {
        signatures.keep(found.toFile().id(), found.isUnread(), read.signature());
        found.read(read);
        Description before = row.description();
        row.describe(fillIn(row, found).apply(before, read, vocabulary));
        row.changed(MaterialChanges.now());
        List<String> filled = Difference.between(before, row.description());
        if (filled.isEmpty()) {
            changes.announce(row);
        } else {
            changes.changed(row, Step.FILLED_IN, null, filled);
        }
    }

    /**
     * Moves a material on its way: its owner may submit; editors may do the rest.
     *
     * @param note for changes requested, where it is needed, and for a withdrawal; else null
     * @throws IncompleteException         when it is to be submitted or published and something needed is missing, or the
     *                                     note of requested changes; names each field
     * @throws InvalidDescriptionException when the note is longer than 2,000 characters
     * @throws NotAllowedException         when this reader may not
     * @throws WrongStatusException        when it cannot go there from where it is
     */
    public Material move(MaterialId id, Status to, @Nullable String note, Reader by) {
        MaterialRow row = changes.locked(id).orElseThrow(() -> Access.unknown(id));
        Material material = row.toMaterial();
        Access.checkMove(material, to, by);
        Lifecycle.check(material.status(), to);
        String cleanNote = DescriptionCheck.checkedNote(note, vocabulary);
        complete(Lifecycle.missing(material.description(), cleanNote, to));
        Instant now = MaterialChanges.now();
        row.move(to, cleanNote, now);
        row.revised(now);
        return changes.changed(row, Step.MOVED, by.account(), List.of());
    }

    /** What {@link #create} and {@link #describe} would find wrong with a description: every field of it. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<InvalidDescriptionException.Problem> problems(Description description) {
        return DescriptionCheck.problems(description, vocabulary);
    }

    /** What is still missing before a material can be submitted: names of {@link Description}'s fields. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<String> missing(Description description) {
        return Lifecycle.missingToSubmit(description);
    }

    /** Everything that happened to a material, the first first. Whether the reader may see it is the caller's to check. */
    @Transactional(readOnly = true)
    public List<HistoryEntry> history(MaterialId id) {
        return rows.history(id.value()).stream().map(HistoryRow::toEntry).toList();
    }

    /** A person's own materials, last changed first. The page's own order counts for nothing. */
    @Transactional(readOnly = true)
    public Page<Material> ownedBy(Reader owner, Pageable page) {
        return rows.findByOwnerId(Access.account(owner).value(),
                ordered(page, Sort.by(Sort.Order.desc("changedAt"), Sort.Order.asc("id"))))
                .map(MaterialRow::toMaterial);
    }

    /** Materials in a status, the longest waiting first. The page's own order counts for nothing. */
    @Transactional(readOnly = true)
    public Page<Material> in(Status status, Pageable page) {
        return rows.findByStatus(status, ordered(page, Sort.by("statusSince", "id"))).map(MaterialRow::toMaterial);
    }

    /**
     * Ids of published materials above a given one, in the database's order: how a rebuild walks through the catalogue.
     * Each call is a short read of its own, so a walk may take as long as it likes and holds nothing up. Every material
     * that is published from beginning to end of the walk is met exactly once; one that is published or withdrawn
     * meanwhile may be met or not, and is told of by {@link MaterialChanged}, which a rebuild has to listen to anyway.
     *
     * @param last  the last id of the call before; null to begin
     * @param limit how many at most; fewer means that the walk has ended
     */
    @Transactional(readOnly = true)
    public List<MaterialId> publishedAfter(@Nullable MaterialId last, int limit) {
        return versionsAfter(last, limit).stream().map(PublishedVersion::id).toList();
    }

    /** The same walk as {@link #publishedAfter}, telling where each material stands. */
    @Transactional(readOnly = true)
    public List<PublishedVersion> versionsAfter(@Nullable MaterialId last, int limit) {
        return rows.versionsAfter(Status.PUBLISHED, last == null ? "" : last.value(), Limit.of(limit));
    }

    /** How much is published at this moment. */
    @Transactional(readOnly = true)
    public PublishedAmount published() {
        return new PublishedAmount(rows.countByStatus(Status.PUBLISHED), rows.characters(Status.PUBLISHED));
    }

    /** How many materials that are published, or once were, have changed since a moment. */
    @Transactional(readOnly = true)
    public long publishedChangedSince(Instant moment) {
        return rows.changedSince(moment);
    }

    /** The ids of those that {@link #publishedChangedSince} counts, in no order. */
    @Transactional(readOnly = true)
    public List<MaterialId> idsChangedSince(Instant moment) {
        return rows.idsChangedSince(moment).stream().map(MaterialId::new).toList();
    }

    /**
     * Files that wait to be read, in the order of their ids.
     *
     * @param last  the last file of the call before; null to begin
     * @param limit how many at most; fewer means that there are no more
     */
    @Transactional(readOnly = true)
    public List<PendingFile> pendingAfter(@Nullable FileId last, int limit) {
        return rows.filesAfter(Outcome.PENDING, last == null ? Long.MIN_VALUE : last.value(), Limit.of(limit)).stream()
                .map(one -> new PendingFile(new MaterialId(one.material()), new FileId(one.file()))).toList();
    }

    /** How many materials there are, whatever their status. */
    @Transactional(readOnly = true)
    public long count() {
        return rows.count();
    }

    private Material create(MaterialId id, Description description, List<NewFile> files, Reader owner,
            boolean starter) {
        AccountId account = Access.account(owner);
        Description clean = DescriptionCheck.checked(description, vocabulary);
        Instant now = MaterialChanges.now();
        MaterialRow row = new MaterialRow(id, account, starter, now);
        row.describe(clean);
        addFiles(row, files, now);
        entities.persist(row);
        return changes.changed(row, Step.CREATED, account, names(files));
    }

    private static void addFiles(MaterialRow row, List<NewFile> files, Instant now) {
        files.forEach(file -> row.addFile(file, now));
        if (row.title().isEmpty() && !files.isEmpty()) {
            row.titleFromName(FileName.withoutSuffix(files.getFirst().name()));
        }
        row.changed(now);
    }

    private FillIn fillIn(MaterialRow row, FileRow file) {
        boolean stillItsOwners = row.status() == Status.DRAFT;
        boolean title = row.titleFromName() || stillItsOwners && row.title().isEmpty();
        return new FillIn(title && file.equals(row.files().getFirst()), stillItsOwners,
                stillItsOwners || row.titleFromName());
    }

    private static void complete(List<String> missing) {
        if (!missing.isEmpty()) {
            throw new IncompleteException(missing);
        }
    }

    private static List<String> names(List<NewFile> files) {
        return files.stream().map(NewFile::name).toList();
    }

    private static Pageable ordered(Pageable page, Sort sort) {
        return page.isPaged()
                ? PageRequest.of(page.getPageNumber(), page.getPageSize(), sort)
                : Pageable.unpaged(sort);
    }
}
