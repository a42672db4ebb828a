package eu.counterpoint.ingest.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import eu.counterpoint.ingest.batch.BatchRow.Plan;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Outcome;

/**
 * Where the files and rows of a batch are, counted in the database: what one instance did every other one sees. Reads the
 * tables of the catalogue, of the files that are being read and of the index's queue as they are at this moment, for a
 * thousand files are counted every second while somebody looks.
 */
@Component
class FileProgress {

    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration SHORTEST_WINDOW = Duration.ofSeconds(2);
    /** No file has this id. */
    private static final long NONE = -1;

    /**
     * A file that its row did not hand over is settled where the row failed; so the rows need not be read. (Joined to them by
     * batch and number, H2 may choose an index that goes through all rows of the batch for each file.) Nothing failed where a
     * recording has no text, or where somebody takes a file as it is.
     */
    private static final String FILES = """
            from (select b.id, b.batch_id, b.row_number, b.material_file, b.name, b.bytes, b.settled_at, m.material_id, m.outcome, m.reason,
              case when b.material_file is null and b.settled_at is not null then 'FAILED'
                   when b.material_file is null then 'WAITING'
                   when m.id is null then 'DONE'
                   when m.outcome = 'PENDING' and m.id in (:reading) then 'EXTRACTING'
                   when m.outcome = 'PENDING' then 'WAITING'
                   when m.outcome not in ('EXTRACTED', 'TRUNCATED') and m.accepted_at is null
                     and coalesce(m.reason, '') <> 'recording' then 'FAILED'
                   when b.settled_at is null and exists (select 1 from index_queue q where q.material = m.material_id)
                     then 'INDEXING'
                   else 'DONE' end as state, m.signature, m.id as file_id
              from batch_files b left join material_files m on m.id = b.material_file
              where b.batch_id in (:batches)) f""";

    private final JdbcClient database;

    FileProgress(JdbcClient database) {
        this.database = database;
    }

    Progress of(Batch batch) {
        return of(batch, Instant.now());
    }

    Progress of(Batch batch, Instant now) {
        return of(List.of(batch), now).get(batch.id());
    }

    /** Of several batches, counted together. */
    Map<BatchId, Progress> of(List<Batch> batches) {
        return of(batches, Instant.now());
    }

    private Map<BatchId, Progress> of(List<Batch> batches, Instant now) {
        if (batches.isEmpty()) {
            return Map.of();
        }
        List<String> ids = batches.stream().map(batch -> batch.id().value()).toList();
        Map<String, Counts> counts = new HashMap<>();
        ids.forEach(id -> counts.put(id, new Counts()));
        database.sql("select batch_id, count(*) from batch_originals where batch_id in (:batches) group by batch_id")
                .param("batches", ids).query(row -> {
                    counts.get(row.getString(1)).received = row.getLong(2);
                });
        database.sql("""
                select batch_id, plan, state, count(*) from batch_rows where batch_id in (:batches)
                group by batch_id, plan, state""").param("batches", ids).query(row -> {
            counts.get(row.getString(1)).rows(Plan.valueOf(row.getString(2)), BatchRow.State.valueOf(row.getString(3)),
                    row.getLong(4));
        });
        database.sql("select batch_id, state, count(*), count(material_file), coalesce(sum(bytes), 0) " + FILES
                + " group by batch_id, state").param("batches", ids).param("reading", reading()).query(row -> {
                    counts.get(row.getString(1)).files(BatchFile.State.valueOf(row.getString(2)), row.getLong(3),
                            row.getLong(4), row.getLong(5));
                });
        Map<BatchId, Progress> progress = new HashMap<>();
        batches.forEach(batch -> progress.put(batch.id(), counts.get(batch.id().value()).progress(
                batch.state() == Batch.State.RUNNING ? rate(batch, now) : null)));
        return progress;
    }

    /** What is counted of one batch. */
    private static class Counts {

        private final Map<Plan, Long> plans = new EnumMap<>(Plan.class);
        private final Map<BatchRow.State, Long> rows = new EnumMap<>(BatchRow.State.class);
        private final Map<BatchFile.State, Long> files = new EnumMap<>(BatchFile.State.class);
        private long received;
        private long underWay;
        private long bytes;
        private long bytesSettled;

        void rows(Plan plan, BatchRow.State state, long count) {
            plans.merge(plan, count, Long::sum);
            if (plan != Plan.FAULTY) {
                rows.merge(state, count, Long::sum);
            }
        }

        void files(BatchFile.State state, long count, long handedOver, long size) {
            boolean settled = state == BatchFile.State.DONE || state == BatchFile.State.FAILED;
            files.put(state, count);
            underWay += settled ? 0 : handedOver;
            bytes += size;
            bytesSettled += settled ? size : 0;
        }

        /** @param rate null where it does not run */
        Progress progress(@Nullable Rate rate) {
            long filesLeft = files.entrySet().stream()
                    .filter(count -> count.getKey() != BatchFile.State.DONE
                            && count.getKey() != BatchFile.State.FAILED)
                    .mapToLong(Map.Entry::getValue).sum();
            long rowsLeft = rows.getOrDefault(BatchRow.State.WAITING, 0L);
            Rate now = rate == null ? Rate.NONE : rate;
            return new Progress(received, plans, rowsLeft, rows.getOrDefault(BatchRow.State.DONE, 0L),
                    rows.getOrDefault(BatchRow.State.FAILED, 0L), files, underWay, bytes, bytesSettled,
                    now.files(), now.bytes(), rate == null ? null : rate.left(filesLeft, rowsLeft));
        }
    }

    /** What was done in a second, on the average of the last minute. */
    private record Rate(double files, double bytes, double rows) {

        static final Rate NONE = new Rate(0, 0, 0);

        @Nullable
        Duration left(long filesLeft, long rowsLeft) {
            if (filesLeft > 0 && files == 0 || filesLeft == 0 && rowsLeft > 0 && rows == 0) {
                return null;
            }
            // Rows and files go on beside each other. Rows that rest while files are read have no rate, and wait for these alone.
            double forFiles = filesLeft > 0 ? filesLeft / files : 0;
            double forRows = rowsLeft > 0 && rows > 0 ? rowsLeft / rows : 0;
            return Duration.ofSeconds(Math.round(Math.ceil(Math.max(forFiles, forRows))));
        }
    }

    private Rate rate(Batch batch, Instant now) {
        Instant since = batch.runningSince() == null ? now : batch.runningSince();
        Instant from = since.isAfter(now.minus(WINDOW)) ? since : now.minus(WINDOW);
        Duration window = Duration.between(from, now);
        if (window.compareTo(SHORTEST_WINDOW) < 0) {
            return Rate.NONE;
        }
        double seconds = window.toMillis() / 1000.0;
        return database.sql("""
                select (select count(*) from batch_files where batch_id = :batch and settled_at >= :from),
                (select coalesce(sum(bytes), 0) from batch_files where batch_id = :batch and settled_at >= :from),
                (select count(*) from batch_rows where batch_id = :batch and done_at >= :from)""")
                .param("batch", batch.id().value()).param("from", BatchTable.time(from))
                .query((row, number) -> new Rate(row.getLong(1) / seconds, row.getLong(2) / seconds,
                        row.getLong(3) / seconds))
                .single();
    }

    /** @param state null for all */
    List<BatchFile> files(BatchId batch, BatchFile.@Nullable State state, long from, int most) {
        return database
                .sql("select row_number, name, bytes, state, file_id, material_id, outcome, reason, signature " + FILES
                        + (state == null ? "" : " where state = :state")
                        + " order by id offset :from rows fetch next :most rows only")
                .param("batches", List.of(batch.value()))
                .param("reading", reading()).param("state", state == null ? "" : state.name()).param("from", from)
                .param("most", most).query(FileProgress::file).list();
    }

    long count(BatchId batch, BatchFile.@Nullable State state) {
        return database.sql("select count(*) " + FILES + (state == null ? "" : " where state = :state"))
                .param("batches", List.of(batch.value())).param("reading", reading())
                .param("state", state == null ? "" : state.name()).query(Long.class).single();
    }

    /**
     * How many files of a batch have been handed over and wait to be read, or are being read. Not those that were, and wait for
     * the recognition of their pictures: that has a queue of its own, in which a page takes as long as a hundred files.
     */
    long ahead(BatchId batch) {
        return database.sql("""
                select count(*) from batch_files b join material_files m on m.id = b.material_file
                where b.batch_id = ? and b.settled_at is null and m.outcome = 'PENDING' and m.extractor is null""")
                .param(batch.value())
                .query(Long.class).single();
    }

    /** Notes which files have become what they become: read, and found where they are published. */
    void settle(BatchId batch, Instant now) {
        database.sql("""
                update batch_files set settled_at = :now where batch_id = :batch and settled_at is null
                and material_file is not null and not exists (
                    select 1 from material_files m where m.id = batch_files.material_file and (m.outcome = 'PENDING'
                    or exists (select 1 from index_queue q where q.material = m.material_id)))""")
                .param("now", BatchTable.time(now)).param("batch", batch.value()).update();
    }

    /** How many files have been handed over and are not settled, and how many rows became materials that are not found yet. */
    long unsettled(BatchId batch) {
        return database.sql("""
                select (select count(*) from batch_files where batch_id = :batch and material_file is not null
                and settled_at is null) + (select count(*) from batch_rows r where r.batch_id = :batch
                and r.done_at is not null and exists (select 1 from index_queue q where q.material = r.material))""")
                .param("batch", batch.value()).query(Long.class).single();
    }

    /** The files that some instance reads at this moment, or whose pictures: there are never more than there are workers. */
    private List<Long> reading() {
        List<Long> reading = database.sql("""
                select task_instance from extraction_jobs where picked = true
                union all select task_instance from recognition_jobs where picked = true""")
                .query(String.class).list().stream().map(job -> Long.valueOf(job.split(":")[1])).toList();
        return reading.isEmpty() ? List.of(NONE) : reading;
    }

    private static BatchFile file(ResultSet row, int number) throws SQLException {
        String material = row.getString("material_id");
        String outcome = row.getString("outcome");
        return new BatchFile(row.getInt("row_number"), row.getString("name"), row.getLong("bytes"),
                BatchFile.State.valueOf(row.getString("state")), material == null ? null : new MaterialId(material),
                outcome == null ? null : Outcome.valueOf(outcome), row.getString("reason"),
                row.getString("signature"), material == null ? null : new FileId(row.getLong("file_id")), null);
    }
}
