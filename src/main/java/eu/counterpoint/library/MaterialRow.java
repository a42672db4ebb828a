package eu.counterpoint.library;

import eu.counterpoint.account.AccountId;
import eu.counterpoint.vocabulary.Scheme;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A material as the database keeps it. */
@Entity
@Table(name = "materials")
class MaterialRow {

    /** Of the collections of how many materials one select reads. */
    private static final int TOGETHER = 200;

    @Id
    private String id;
    private String title = "";
    private boolean titleFromName;
    private String summary = "";
    @ElementCollection
    @CollectionTable(name = "material_concepts", joinColumns = @JoinColumn(name = "material_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = TOGETHER)
    private List<ConceptRow> concepts = new ArrayList<>();
    @Column(name = "publication_year")
    private @Nullable Integer year;
    private String organisation = "";
    @ElementCollection
    @CollectionTable(name = "material_authors", joinColumns = @JoinColumn(name = "material_id"))
    @OrderColumn(name = "position")
    @Column(name = "name")
    @BatchSize(size = TOGETHER)
    private List<String> authors = new ArrayList<>();
    private String reviewedBy = "";
    private @Nullable String link;
    @Enumerated(EnumType.STRING)
    private Visibility visibility = Visibility.PUBLIC;
    @Enumerated(EnumType.STRING)
    private Consent consent = Consent.NOBODY_NAMED;
    private String purpose = "";
    @Embedded
    private GammmaRow gammma = GammmaRow.of(Gammma.NOT_REPORTED);
    @Enumerated(EnumType.STRING)
    private Status status = Status.DRAFT;
    private Instant statusSince;
    private long ownerId;
    private long revision = 1;
    private long version = 1;
    private @Nullable String note;
    private boolean starter;
    private Instant createdAt;
    private Instant changedAt;
    private @Nullable Instant publishedAt;
    @OneToMany(mappedBy = "material", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    @BatchSize(size = TOGETHER)
    private List<FileRow> files = new ArrayList<>();
    /** Made in this transaction, so that nobody else can have changed it. */
    @Transient
    private boolean fresh;

    @SuppressWarnings("NullAway")
    protected MaterialRow() {
        // for JPA
    }

    MaterialRow(MaterialId id, AccountId owner, boolean starter, Instant now) {
        this.id = id.value();
        this.ownerId = owner.value();
        this.starter = starter;
        this.statusSince = now;
        this.createdAt = now;
        this.changedAt = now;
        this.fresh = true;
    }

    boolean isFresh() {
        return fresh;
    }

    String id() {
        return id;
    }

    Status status() {
        return status;
    }

    AccountId owner() {
        return new AccountId(ownerId);
    }

    long revision() {
        return revision;
    }

    long version() {
        return version;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    String note() {
        return note;
    }

    String title() {
        return title;
    }

    boolean titleFromName() {
        return titleFromName;
    }

    List<FileRow> files() {
        return files;
    }

    Optional<FileRow> file(FileId wanted) {
        return files.stream().filter(file -> file.is(wanted)).findFirst();
    }

    /** Takes over what somebody, or a file, states. A title from a file's name stays one until another takes its place. */
    void describe(Description description) {
        if (!title.equals(description.title())) {
            title = description.title();
            titleFromName = false;
        }
        summary = description.summary();
        replace(concepts, rows(description.concepts()));
        year = description.year();
        organisation = description.organisation();
        replace(authors, description.authors());
        reviewedBy = description.reviewedBy();
        link = description.link();
        visibility = description.visibility();
        consent = description.consent();
        purpose = description.purpose();
        gammma = GammmaRow.of(description.gammma());
    }

    /** A stand-in until the file's own title is known or somebody writes one. */
    void titleFromName(String fromName) {
        title = fromName;
        titleFromName = true;
    }

    void addFile(NewFile file, Instant now) {
        files.add(new FileRow(this, file, now));
    }

    void move(Status to, @Nullable String newNote, Instant now) {
        status = to;
        statusSince = now;
        note = newNote;
        if (to == Status.PUBLISHED && publishedAt == null) {
            publishedAt = now;
        }
    }

    /** Counts an edit of the description or the status. */
    void revised(Instant now) {
        revision++;
        changed(now);
    }

    /** Counts any other change. */
    void changed(Instant now) {
        version++;
        changedAt = now;
    }

    Description description() {
        return new Description(title, summary, byScheme(), year, organisation, List.copyOf(authors), reviewedBy, link,
                visibility, consent, purpose, gammma.toGammma());
    }

    Material toMaterial() {
        return new Material(new MaterialId(id), description(), status, new AccountId(ownerId), revision, version,
                files.stream().map(FileRow::toFile).toList(), note, starter, createdAt, changedAt, publishedAt);
    }

    private Map<Scheme, List<String>> byScheme() {
        Map<Scheme, List<String>> byScheme = new EnumMap<>(Scheme.class);
        concepts.forEach(row -> byScheme.computeIfAbsent(row.scheme(), scheme -> new ArrayList<>()).add(row.concept()));
        byScheme.replaceAll((scheme, ids) -> List.copyOf(ids));
        return Map.copyOf(byScheme);
    }

    private static List<ConceptRow> rows(Map<Scheme, List<String>> byScheme) {
        return byScheme.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream().map(id -> new ConceptRow(entry.getKey(), id))).toList();
    }

    /** Leaves an equal list alone, so that nothing is written for it. */
    private static <T> void replace(List<T> current, List<T> wanted) {
        if (!current.equals(wanted)) {
            current.clear();
            current.addAll(wanted);
        }
    }
}
