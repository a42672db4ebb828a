package eu.counterpoint.library;

import eu.counterpoint.account.AccountId;
import eu.counterpoint.account.Reader;
import eu.counterpoint.library.HistoryEntry.Step;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How materials are changed: one change after another, each written into the history and announced. */
@Component
class MaterialChanges {

    private final EntityManager entities;
    private final ApplicationEventPublisher events;

    MaterialChanges(EntityManager entities, ApplicationEventPublisher events) {
        this.entities = entities;
        this.events = events;
    }

    /** The row as it is now, held until the end of the transaction; also where this transaction has read it before. */
    Optional<MaterialRow> locked(MaterialId id) {
        MaterialRow known = entities.getReference(MaterialRow.class, id.value());
        if (Hibernate.isInitialized(known)) {
            MaterialRow row = (MaterialRow) Hibernate.unproxy(known);
            if (row.isFresh()) {
                return Optional.of(row);
            }
            entities.flush();
            entities.refresh(known, LockModeType.PESSIMISTIC_WRITE);
            return Optional.of(known);
        }
        return Optional.ofNullable(entities.find(MaterialRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** The row, held as {@link #locked}, for somebody who may change it. */
    MaterialRow editable(MaterialId id, Reader by) {
        MaterialRow row = locked(id).orElseThrow(() -> Access.unknown(id));
        Access.checkEdit(row.toMaterial(), by);
        return row;
    }

    /** @throws MaterialNotFoundException when it has no such file */
    static FileRow file(MaterialRow row, FileId file) {
        return row.file(file)
                .orElseThrow(() -> new MaterialNotFoundException(row.id() + " has no file " + file));
    }

    /** Writes a change into the history and announces it. */
    Material changed(MaterialRow row, Step step, @Nullable AccountId by, List<String> fields) {
        entities.persist(new HistoryRow(row, step, by, fields));
        return announce(row);
    }

    Material announce(MaterialRow row) {
        Material material = row.toMaterial();
        events.publishEvent(MaterialChanged.of(material));
        return material;
    }

    /** As exact as the databases keep it. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
