package eu.counterpoint.library;

import eu.counterpoint.file.Sha256;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which originals have a cover, and which were found to have none. It belongs to the content of a file: where that goes, is
 * replaced or withheld, so is its cover.
 */
@Component
public class Covers {

    /** Of what could be opened without a password; a scan that waits for its words is {@link Outcome#PENDING}. */
    private static final Set<Outcome> WORTH_A_TRY = Set.of(Outcome.PENDING, Outcome.EXTRACTED, Outcome.TRUNCATED,
            Outcome.EMPTY);

    /** Files that have been read, whose cover nobody has tried to make. */
    private static final String MISSING = """
            select f.id, f.material_id, f.media_type from material_files f
            where f.id > :after and f.extractor is not null and f.withheld = false and f.outcome in (:outcomes)
            and not exists (select 1 from covers c where c.sha256 = f.sha256) order by f.id limit :limit""";

    private static final String UPDATE = "update covers set width = :width, height = :height where sha256 = :sha256";

    private final JdbcClient database;

    Covers(JdbcClient database) {
        this.database = database;
    }

    /**
     * The cover of a material: that of its first file that has one.
     *
     * @param width in pixels, as {@code height}
     */
    public record Cover(FileId file, int width, int height) {}

    /** A file without a cover. */
    public record Coverless(MaterialId material, FileId file, @Nullable String mediaType) {}

    /**
     * The covers of those of these materials that have one, at most a few hundred at a time; never that of a withheld file.
     * Whether the reader may see a material is the caller's to check.
     */
    public Map<MaterialId, Cover> of(Collection<MaterialId> materials) {
        Map<MaterialId, Cover> covers = new HashMap<>();
        if (!materials.isEmpty()) {
            database.sql("""
                    select f.material_id, f.id, c.width, c.height from material_files f
                    join covers c on c.sha256 = f.sha256
                    where f.material_id in (:materials) and f.withheld = false and c.width is not null order by f.id""")
                    .param("materials", materials.stream().map(MaterialId::value).toList())
                    .query((row, number) -> covers.putIfAbsent(new MaterialId(row.getString(1)),
                            new Cover(new FileId(row.getLong(2)), row.getInt(3), row.getInt(4))))
                    .list();
        }
        return covers;
    }

    /** Whether an original has a cover. */
    public boolean has(Sha256 original) {
        return database.sql("select count(*) from covers where sha256 = ? and width is not null")
                .param(original.hex()).query(Long.class).single() > 0;
    }

    /** Notes that an original has a cover of so many pixels. */
    public void made(Sha256 original, int width, int height) {
        note(original, width, height);
    }

    /** Notes that an original has none: it is not looked at again by itself. */
    public void none(Sha256 original) {
        note(original, null, null);
    }

    /** Whether a file with this outcome is worth a try. */
    public static boolean isWorthATry(Outcome outcome) {
        return WORTH_A_TRY.contains(outcome);
    }

    /** Files above an id that have been read and whose cover nobody has tried to make; what type they are is for the caller to ask. */
    public List<Coverless> missing(FileId after, int limit) {
        return database.sql(MISSING).param("after", after.value()).param("limit", limit)
                .param("outcomes", WORTH_A_TRY.stream().map(Outcome::name).toList())
                .query((row, number) -> new Coverless(new MaterialId(row.getString("material_id")),
                        new FileId(row.getLong("id")), row.getString("media_type")))
                .list();
    }

    private void note(Sha256 original, @Nullable Integer width, @Nullable Integer height) {
        if (write(UPDATE, original, width, height) == 0) {
            try {
                write("insert into covers (sha256, width, height) values (:sha256, :width, :height)", original, width,
                        height);
            } catch (DuplicateKeyException somebodyElse) {
                write(UPDATE, original, width, height);
            }
        }
    }

    private int write(String sql, Sha256 original, @Nullable Integer width, @Nullable Integer height) {
        return database.sql(sql).param("sha256", original.hex()).param("width", width, Types.INTEGER)
                .param("height", height, Types.INTEGER).update();
    }
}
