package eu.counterpoint.library;

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

    /** Passages that were kept before stay valid until others take their place. */
    void pending() {
        outcome = Outcome.PENDING;
        reason = null;
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
    }

    MaterialFile toFile() {
        if (id == null) {
            throw new IllegalStateException("The file " + name + " has no id yet");
        }
        return new MaterialFile(new FileId(id), name, new Sha256(sha256), size, mediaType, outcome, reason, language,
                statedLanguage, pages, seconds, characters, extractor, received);
    }
}
