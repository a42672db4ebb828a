package eu.counterpoint.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** That a file came with a batch. Written by what imports batches, and only read here. */
@Entity
@Immutable
@Table(name = "batch_files")
class BatchedFile {

    @Id
    private @Nullable Long id;
    @Column(name = "batch_id")
    private @Nullable String batch;
    /** Null while the file waits in the batch. */
    @Column(name = "material_file")
    private @Nullable Long file;
}
