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

    @Override
    @EntityGraph(attributePaths = "material")
    Page<FileRow> findAll(@Nullable Specification<FileRow> which, Pageable page);

    @EntityGraph(attributePaths = "material")
    List<FileRow> findByIdIn(Collection<Long> ids);

    @Query("""
            select new eu.counterpoint.library.FileRows$Counted(f.outcome, count(f)) from FileRow f
            where f.outcome in :outcomes and f.acceptedAt is null and f.material.status <> :except
            and (:all = true or f.material.ownerId = :owner) group by f.outcome""")
    List<Counted> counts(Set<Outcome> outcomes, Status except, boolean all, long owner);

    @Query("""
            select count(f) from FileRow f where f.acceptedAt is not null and f.material.status <> :except
            and (:all = true or f.material.ownerId = :owner)""")
    long accepted(Status except, boolean all, long owner);

    @Query("""
            select f from FileRow f join fetch f.material m where f.outcome = :outcome and f.acceptedAt is null
            and m.status <> :except and (:all = true or m.ownerId = :owner) and f.id > :after and f.id <= :upTo
            order by f.id""")
    List<FileRow> walk(Outcome outcome, Status except, boolean all, long owner, long after, long upTo, Limit limit);

    @Query("select max(f.id) from FileRow f")
    @Nullable
    Long last();

    @Query("""
            select new eu.counterpoint.library.FileRows$Counted(f.outcome, count(f)) from FileRow f
            where f.retryId = :retry group by f.outcome""")
    List<Counted> ofRetry(long retry);
}
