package eu.counterpoint.library;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;

/** The table of files, read together with their materials. */
interface FileRows extends JpaRepository<FileRow, Long>, JpaSpecificationExecutor<FileRow> {

    /** So many files have this outcome. */
    record Counted(Outcome outcome, long files) {}

    /** So many files have this outcome for this reason. */
    record ForAReason(Outcome outcome, @Nullable String reason, long files) {}

    /** So many files came with this batch. */
    record OfABatch(String batch, long files) {}

    /** What the reader sees, and of one batch where that is not empty. */
    String SEEN_IN_BATCH = """
             and f.material.status <> :except and (:all = true or f.material.ownerId = :owner)
            and (:batch = '' or f.id in (select b.file from BatchedFile b where b.batch = :batch))
            """;

    @Override
    @EntityGraph(attributePaths = "material")
    Page<FileRow> findAll(@Nullable Specification<FileRow> which, Pageable page);

    @EntityGraph(attributePaths = "material")
    List<FileRow> findByIdIn(Collection<Long> ids);

    @Query("""
            select new eu.counterpoint.library.FileRows$ForAReason(f.outcome, f.reason, count(f)) from FileRow f
            where f.outcome in :outcomes and f.acceptedAt is null""" + SEEN_IN_BATCH + """
            group by f.outcome, f.reason""")
    List<ForAReason> counts(Set<Outcome> outcomes, Status except, boolean all, long owner, String batch);

    @Query("select count(f) from FileRow f where f.acceptedAt is not null" + SEEN_IN_BATCH)
    long accepted(Status except, boolean all, long owner, String batch);

    /** The batches that files with these outcomes came with, those that came last first. */
    @Query("""
            select new eu.counterpoint.library.FileRows$OfABatch(b.batch, count(distinct f.id)) from BatchedFile b
            join FileRow f on f.id = b.file where f.outcome in :outcomes and f.acceptedAt is null
            and f.material.status <> :except and (:all = true or f.material.ownerId = :owner)
            group by b.batch order by max(b.id) desc""")
    List<OfABatch> batches(Set<Outcome> outcomes, Status except, boolean all, long owner, Limit limit);

    @Query("select max(f.id) from FileRow f")
    @Nullable
    Long last();

    @Query("""
            select new eu.counterpoint.library.FileRows$Counted(f.outcome, count(f)) from FileRow f
            where f.retryId = :retry group by f.outcome""")
    List<Counted> ofRetry(long retry);
}
