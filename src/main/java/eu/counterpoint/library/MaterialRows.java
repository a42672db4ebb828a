package eu.counterpoint.library;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The table of materials. */
interface MaterialRows extends JpaRepository<MaterialRow, String> {

    Page<MaterialRow> findByOwnerId(long ownerId, Pageable page);

    Page<MaterialRow> findByStatus(Status status, Pageable page);

    /** Ordered by the columns of an index, of which the first is always the same: H2 would read and sort all rows for each portion. */
    @Query("""
            select new eu.counterpoint.library.PublishedVersion(m.id, m.version, m.changedAt) from MaterialRow m
            where m.status = :status and m.id > :last order by m.status, m.id""")
    List<PublishedVersion> versionsAfter(Status status, String last, Limit limit);

    long countByStatus(Status status);

    @Query("select coalesce(sum(f.characters), 0) from FileRow f where f.material.status = :status")
    long characters(Status status);

    @Query("select count(m) from MaterialRow m where m.publishedAt is not null and m.changedAt > :moment")
    long changedSince(Instant moment);

    @Query("select m.id from MaterialRow m where m.publishedAt is not null and m.changedAt > :moment")
    List<String> idsChangedSince(Instant moment);

    @Query("select distinct f.material.id from FileRow f where f.outcome = :outcome")
    List<String> idsWithFiles(Outcome outcome);

    @Query("select f from FileRow f where f.id = :file and f.material.id = :id")
    Optional<FileRow> file(String id, long file);

    /** The history of a material, as it was written. */
    @Query("select h from HistoryRow h where h.materialId = :id order by h.id")
    List<HistoryRow> history(String id);
}
