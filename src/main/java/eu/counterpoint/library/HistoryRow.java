package eu.counterpoint.library;

import eu.counterpoint.account.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a material's history. */
@Entity
@Table(name = "material_history")
class HistoryRow {

    private static final int FIELDS_LENGTH = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;
    private String materialId;
    private long revision;
    @Enumerated(EnumType.STRING)
    private HistoryEntry.Step step;
    @Enumerated(EnumType.STRING)
    private Status status;
    private @Nullable Long accountId;
    private Instant happenedAt;
    private String fields;
    private @Nullable String note;

    @SuppressWarnings("NullAway")
    protected HistoryRow() {
        // for JPA
    }

    HistoryRow(MaterialRow material, HistoryEntry.Step step, @Nullable AccountId by, List<String> fields) {
        this.materialId = material.id();
        this.revision = material.revision();
        this.step = step;
        this.status = material.status();
        this.accountId = by == null ? null : by.value();
        this.happenedAt = material.changedAt();
        this.fields = PlainText.cut(String.join("\n", fields), FIELDS_LENGTH);
        this.note = step == HistoryEntry.Step.MOVED ? material.note() : null;
    }

    HistoryEntry toEntry() {
        return new HistoryEntry(revision, step, status, accountId == null ? null : new AccountId(accountId), happenedAt,
                fields.isEmpty() ? List.of() : List.of(fields.split("\n")), note);
    }
}
