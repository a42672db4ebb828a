package eu.counterpoint.library;

import eu.counterpoint.account.Reader;
import eu.counterpoint.file.Sha256;
import eu.counterpoint.library.Duplicate.Likeness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the library has already, as far as a reader may see it: what {@link Library#visible} would not show leaves no trace
 * here. Something to know, and no reason to refuse anything.
 */
@Service
@Transactional(readOnly = true)
public class Duplicates {

    /** Of one file and one kind of likeness, at most so many materials are told. */
    public static final int MOST = 5;

    /** How many originals are asked for in one statement. */
    private static final int TOGETHER = 500;

    private final JdbcClient database;
    private final TextSignatures texts;

    Duplicates(JdbcClient database, TextSignatures texts) {
        this.database = database;
        this.texts = texts;
    }

    /**
     * Another material with an original.
     *
     * @param title empty where it has none yet
     */
    public record Holder(MaterialId material, String title, Status status) {}

    /** Of all files of a material, the same originals first. */
    public List<Duplicate> of(Material material, Reader reader) {
        Map<Sha256, List<Holder>> holders = holders(
                material.files().stream().map(MaterialFile::sha256).distinct().toList(), reader);
        List<Duplicate> found = new ArrayList<>();
        for (MaterialFile file : material.files()) {
            holders.getOrDefault(file.sha256(), List.of()).stream()
                    .filter(holder -> !holder.material().equals(material.id())).limit(MOST)
                    .forEach(holder -> found.add(new Duplicate(file.id(), holder.material(), holder.title(),
                            holder.status(), Likeness.SAME_FILE)));
        }
        found.addAll(texts.near(material, reader));
        return List.copyOf(found);
    }

    /**
     * Of each of these files the other material whose text is the likest, where that is nearly the same.
     *
     * @return without files that were not read, or whose text nothing is like
     */
    public Map<FileId, Duplicate> nearest(Collection<FileId> files, Reader reader) {
        return texts.nearest(files, reader);
    }

    /**
     * The materials that have these originals, those that are published first; one more than {@link #MOST} of each, so that
     * whoever asks may leave one out that they know of.
     *
     * @return without those that nobody has
     */
    public Map<Sha256, List<Holder>> holders(Collection<Sha256> originals, Reader reader) {
        Map<Sha256, List<Holder>> holders = new HashMap<>();
        List<String> all = originals.stream().map(Sha256::hex).distinct().toList();
        for (int from = 0; from < all.size(); from += TOGETHER) {
            find(all.subList(from, Math.min(all.size(), from + TOGETHER)), reader, holders);
        }
        return holders;
    }

    private void find(List<String> originals, Reader reader, Map<Sha256, List<Holder>> holders) {
        Map<String, Object> parameters = new LinkedHashMap<>(Seen.parameters(reader));
        parameters.put("originals", originals);
        parameters.put("most", MOST + 1);
        database.sql("""
                select sha256, id, title, status from (
                    select f.sha256, m.id, m.title, m.status, row_number() over (partition by f.sha256
                        order by case m.status when 'PUBLISHED' then 0 else 1 end, m.created_at, m.id) as place
                    from (select sha256, material_id, min(case when withheld then 1 else 0 end) as withheld
                        from material_files where sha256 in (:originals) group by sha256, material_id) f
                    join materials m on m.id = f.material_id
                    where (f.withheld = 0 or :editor = 1 or m.owner_id = :reader) and %s) found
                where place <= :most order by sha256, place""".formatted(Seen.CONDITION)).params(parameters)
                .query((row, number) -> holders
                        .computeIfAbsent(new Sha256(row.getString("sha256")), any -> new ArrayList<>())
                        .add(new Holder(new MaterialId(row.getString("id")), row.getString("title"),
                                Status.valueOf(row.getString("status")))))
                .list();
    }
}
