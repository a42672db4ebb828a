package eu.counterpoint.ingest.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import eu.counterpoint.file.Original;
import eu.counterpoint.file.Sha256;
import eu.counterpoint.ingest.batch.BatchRow.Plan;
import eu.counterpoint.ingest.batch.BatchRow.State;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.NewFile;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The rows of batches and the files that they name. */
@Component
class RowTable {

    private static final int TOGETHER = 500;

    private final JdbcClient database;
    private final JdbcTemplate bulk;
    private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    RowTable(JdbcClient database, JdbcTemplate bulk) {
        this.database = database;
        this.bulk = bulk;
    }

    /** A row after the dry run, with the files that are to become its material's. */
    record Planned(BatchRow row, @Nullable String content, String digest, List<NewFile> files) {}

    /** A row that is to be imported. */
    record Waiting(long id, int number, String key, RowContent content, String digest) {}

    String write(RowContent content) {
        return json.writeValueAsString(content);
    }

    void clear(BatchId batch) {
        database.sql("delete from batch_files where batch_id = ?").param(batch.value()).update();
        database.sql("delete from batch_rows where batch_id = ?").param(batch.value()).update();
    }

    void add(BatchId batch, List<Planned> rows) {
        bulk.batchUpdate("""
                insert into batch_rows (batch_id, row_number, row_key, title, content, digest, plan, state, material,
                faults, done_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)""", rows, TOGETHER, (insert, planned) -> {
            BatchRow row = planned.row();
            insert.setString(1, batch.value());
            insert.setInt(2, row.number());
            insert.setString(3, row.key());
            insert.setString(4, row.title());
            insert.setString(5, planned.content());
            insert.setString(6, planned.digest());
            insert.setString(7, row.plan().name());
            insert.setString(8, row.state().name());
            insert.setString(9, row.material() == null ? null : row.material().value());
            insert.setString(10, faults(row.faults()));
        });
        record FileOfRow(int row, NewFile file) {}
        List<FileOfRow> files = new ArrayList<>();
        rows.forEach(row -> row.files().forEach(file -> files.add(new FileOfRow(row.row().number(), file))));
        bulk.batchUpdate("""
                insert into batch_files (batch_id, row_number, name, sha256, bytes, media_type)
                values (?, ?, ?, ?, ?, ?)""", files, TOGETHER, (insert, file) -> {
            insert.setString(1, batch.value());
            insert.setInt(2, file.row());
            insert.setString(3, file.file().name());
            insert.setString(4, file.file().original().sha256().hex());
            insert.setLong(5, file.file().original().size());
            insert.setString(6, file.file().mediaType());
        });
    }

    /** The rows that wait, the first first; held until the end of the transaction, those that another instance holds left out. */
    List<Waiting> take(BatchId batch, int most) {
        // Two selects, for H2 would make the inner one anew for each row that it locks.
        List<Long> first = database.sql("""
                select id from batch_rows where batch_id = ? and state = 'WAITING' order by row_number
                fetch first %d rows only""".formatted(most)).param(batch.value()).query(Long.class).list();
        if (first.isEmpty()) {
            return List.of();
        }
        return database.sql("""
                select id, row_number, row_key, content, digest from batch_rows where id in (:ids)
                and state = 'WAITING' order by row_number for update skip locked""").param("ids", first)
                .query((row, number) -> new Waiting(row.getLong("id"), row.getInt("row_number"),
                        row.getString("row_key"), json.readValue(row.getString("content"), RowContent.class),
                        row.getString("digest")))
                .list();
    }

    /** The files of these rows, in their order, that have not been handed over, by the row's number. */
    Map<Integer, List<NewFile>> files(BatchId batch, List<Waiting> some) {
        Map<Integer, List<NewFile>> files = new HashMap<>();
        if (!some.isEmpty()) {
            some.forEach(row -> files.put(row.number(), new ArrayList<>()));
            // From one to another, for of a list of numbers H2 would go through all files of the batch.
            database.sql("""
                    select row_number, name, sha256, bytes, media_type from batch_files where batch_id = ?
                    and row_number between ? and ? and material_file is null order by id""")
                    .params(batch.value(), some.getFirst().number(), some.getLast().number()).query(file -> {
                        List<NewFile> ofRow = files.get(file.getInt("row_number"));
                        if (ofRow != null) {
                            ofRow.add(new NewFile(file.getString("name"),
                                    new Original(new Sha256(file.getString("sha256")), file.getLong("bytes")),
                                    file.getString("media_type")));
                        }
                    });
        }
        return files;
    }

    /**
     * A row that was imported.
     *
     * @param handedOver the files that its material got
     */
    record Imported(Waiting row, MaterialId material, List<MaterialFile> handedOver, List<Fault> notes) {}

    /** Notes what rows became, and which file of its material each of their files. */
    void imported(BatchId batch, List<Imported> some, Instant now) {
        if (some.isEmpty()) {
            return;
        }
        record Handed(int row, MaterialFile file) {}
        List<Handed> handed = some.stream().flatMap(
                one -> one.handedOver().stream().map(file -> new Handed(one.row().number(), file))).toList();
        bulk.batchUpdate("""
                update batch_files set material_file = ? where batch_id = ? and row_number = ? and sha256 = ?
                and material_file is null""", handed, TOGETHER, (update, one) -> {
            update.setLong(1, one.file().id().value());
            update.setString(2, batch.value());
            update.setInt(3, one.row());
            update.setString(4, one.file().sha256().hex());
        });
        // What the material has already came to it some other way.
        bulk.batchUpdate("delete from batch_files where batch_id = ? and row_number = ? and material_file is null",
                some,
                TOGETHER, (delete, one) -> {
                    delete.setString(1, batch.value());
                    delete.setInt(2, one.row().number());
                });
        bulk.batchUpdate("update batch_rows set state = ?, material = ?, faults = ?, done_at = ? where id = ?", some,
                TOGETHER, (update, one) -> {
                    update.setString(1, State.DONE.name());
                    update.setString(2, one.material().value());
                    update.setString(3, faults(one.notes()));
                    update.setObject(4, BatchTable.time(now));
                    update.setLong(5, one.row().id());
                });
    }

    /** Nothing more happens with its files either. */
    void failed(BatchId batch, Waiting row, List<Fault> faults, Instant now) {
        database.sql("update batch_rows set state = ?, faults = ?, done_at = ? where id = ?")
                .param(1, State.FAILED.name()).param(2, faults(faults)).param(3, BatchTable.time(now))
                .param(4, row.id()).update();
        database.sql("""
                update batch_files set settled_at = ? where batch_id = ? and row_number = ? and material_file is null
                and settled_at is null""").params(BatchTable.time(now), batch.value(), row.number()).update();
    }

    private @Nullable String faults(List<Fault> faults) {
        return faults.isEmpty() ? null : json.writeValueAsString(faults);
    }

    long waiting(BatchId batch) {
        return database.sql("select count(*) from batch_rows where batch_id = ? and state = 'WAITING'")
                .param(batch.value()).query(Long.class).single();
    }

    /** @param plan null for all */
    List<BatchRow> rows(BatchId batch, @Nullable Plan plan, long from, int most) {
        String select = """
                select row_number, row_key, title, plan, state, material, faults from batch_rows where batch_id = ?""";
        String rest = " order by row_number offset ? rows fetch next ? rows only";
        return plan == null
                ? database.sql(select + rest).params(batch.value(), from, most).query(this::row).list()
                : database.sql(select + " and plan = ?" + rest).params(batch.value(), plan.name(), from, most)
                        .query(this::row).list();
    }

    long count(BatchId batch, @Nullable Plan plan) {
        String select = "select count(*) from batch_rows where batch_id = ?";
        return plan == null
                ? database.sql(select).param(batch.value()).query(Long.class).single()
                : database.sql(select + " and plan = ?").params(batch.value(), plan.name()).query(Long.class)
                        .single();
    }

    private BatchRow row(ResultSet row, int number) throws SQLException {
        String material = row.getString("material");
        String faults = row.getString("faults");
        return new BatchRow(row.getInt("row_number"), row.getString("row_key"), row.getString("title"),
                Plan.valueOf(row.getString("plan")), State.valueOf(row.getString("state")),
                faults == null ? List.of() : List.of(json.readValue(faults, Fault[].class)),
                material == null ? null : new MaterialId(material));
    }
}
