package eu.counterpoint.library;

import eu.counterpoint.account.AccountId;
import eu.counterpoint.file.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file of a material. */
@Entity
@Table(name = "material_files")
class FileRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "material_id", updatable = false)
    private MaterialRow material;
    private String name;
    private String sha256;
    @Column(name = "bytes")
    private long size;
    private @Nullable String mediaType;
    @Enumerated(EnumType.STRING)
    private Outcome outcome = Outcome.PENDING;
    private @Nullable String reason;
    private @Nullable String language;
    private @Nullable String statedLanguage;
    private @Nullable Integer pages;
    private @Nullable Integer seconds;
    private long characters;
    private @Nullable String extractor;
    private boolean withheld;
    /** Whether what is known of it was read with a password. */
    private boolean opened;
    private @Nullable String signature;
    private @Nullable String ownTitle;
    private @Nullable String ownAuthors;
    private @Nullable Integer ownYear;
    /** How often it was asked for again, so that what belongs to an earlier reading can be told. */
    private int reading;
    private @Nullable Long acceptedBy;
    private @Nullable Instant acceptedAt;
    /** The retry of many files that it was part of last. */
    private @Nullable Long retryId;
    @Column(name = "received_at")
    private Instant received;

    @SuppressWarnings("NullAway")
    protected FileRow() {
        // for JPA
    }

    FileRow(MaterialRow material, NewFile file, Instant received) {
        this.material = material;
        this.name = file.name();
        this.sha256 = file.original().sha256().hex();
        this.size = file.original().size();
        this.mediaType = file.mediaType();
        this.withheld = file.unchecked();
        this.received = received;
    }

    boolean is(FileId wanted) {
        return id != null && id == wanted.value();
    }

    String name() {
        return name;
    }

    /** What was detected needs nobody to state it. */
    void state(String language) {
        statedLanguage = language.equals(this.language) ? null : language;
    }

    Outcome outcome() {
        return outcome;
    }

    int reading() {
        return reading;
    }

    MaterialRow material() {
        return material;
    }

    /** Passages that were kept before stay valid until others take their place; what was withheld stays so until it was read. */
    void pending(@Nullable Long retry) {
        anew();
        outcome = Outcome.PENDING;
        reason = null;
        opened = false;
        retryId = retry;
    }

    /** Begins another reading: what an earlier one brings counts no more, and nobody has accepted the outcome yet. */
    void anew() {
        reading++;
        acceptedBy = null;
        acceptedAt = null;
    }

    /** What is known of it from now on was read with a password. */
    void open() {
        anew();
        opened = true;
    }

    boolean isOpened() {
        return opened;
    }

    /** Whether nothing has ever been read of it. */
    boolean isUnread() {
        return reading == 0 && extractor == null;
    }

    boolean isAccepted() {
        return acceptedAt != null;
    }

    /** Whether a file has this name and this content. */
    boolean isSame(NewFile file) {
        return name.equals(file.name()) && sha256.equals(file.original().sha256().hex());
    }

    void accept(AccountId by, Instant now) {
        acceptedBy = by.value();
        acceptedAt = now;
    }

    /** Puts another original in the place of this one, of which nothing is known until it was read. */
    void replace(NewFile file, Instant now) {
        pending(null);
        name = file.name();
        sha256 = file.original().sha256().hex();
        size = file.original().size();
        mediaType = file.mediaType();
        language = null;
        statedLanguage = null;
        pages = null;
        characters = 0;
        extractor = null;
        withheld = file.unchecked();
        signature = null;
        ownTitle = null;
        ownAuthors = null;
        ownYear = null;
        received = now;
    }

    void read(ReadFile read) {
        outcome = read.outcome();
        reason = read.reason();
        mediaType = read.mediaType() == null ? mediaType : read.mediaType();
        language = read.language();
        pages = read.pages();
        seconds = read.seconds();
        characters = read.characters();
        extractor = read.extractor();
        withheld = outcome == Outcome.REJECTED;
        signature = read.malware();
        ownTitle = read.title() == null
                ? null
                : PlainText.cut(PlainText.line(read.title()), DescriptionCheck.TITLE_LENGTH);
        ownAuthors = FileClaim.kept(read.authors());
        ownYear = read.year();
    }

    private @Nullable Acceptance accepted() {
        return acceptedBy == null || acceptedAt == null ? null : new Acceptance(new AccountId(acceptedBy), acceptedAt);
    }

    MaterialFile toFile() {
        if (id == null) {
            throw new IllegalStateException("The file " + name + " has no id yet");
        }
        return new MaterialFile(new FileId(id), name, new Sha256(sha256), size, mediaType, outcome, reason, language,
                statedLanguage, pages, seconds, characters, extractor, received, reading, accepted(), withheld,
                signature, opened);
    }
}
