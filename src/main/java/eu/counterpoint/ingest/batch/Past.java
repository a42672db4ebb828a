package eu.counterpoint.ingest.batch;

import eu.counterpoint.file.Sha256;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.NewFile;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What batches have brought a material, whatever became of that since, and when it was last described. A file that somebody has
 * replaced or taken off is not missing.
 *
 * @param contents  of the files that batches handed over to it
 * @param names     of these, in small letters
 * @param described the revision at which its description was last changed, by a batch or by hand; -1 where it never was
 */
record Past(Set<Sha256> contents, Set<String> names, long described) {

    private static final long NEVER = -1;
    static final Past NONE = new Past(Set.of(), Set.of(), NEVER);

    boolean brought(NewFile file) {
        return contents.contains(file.original().sha256());
    }

    /** @param name without folders; capitals count for nothing */
    boolean brought(String name) {
        return names.contains(small(name));
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Reads it for several materials together. */
    @Component
    static class Pasts {

        private final JdbcClient database;

        Pasts(JdbcClient database) {
            this.database = database;
        }

        /** Of each of these materials. */
        Map<MaterialId, Past> of(Collection<MaterialId> materials) {
            if (materials.isEmpty()) {
                return Map.of();
            }
            Set<String> ids = materials.stream().map(MaterialId::value).collect(Collectors.toSet());
            Map<String, Long> described = described(ids);
            Map<MaterialId, Past> pasts = new HashMap<>();
            materials.forEach(id -> pasts.put(id,
                    new Past(new HashSet<>(), new HashSet<>(), described.getOrDefault(id.value(), NEVER))));
            database.sql("""
                    select distinct r.material, b.sha256, b.name from batch_rows r
                    join batch_files b on b.batch_id = r.batch_id and b.row_number = r.row_number
                    where r.material in (:materials) and b.material_file is not null""")
                    .param("materials", ids).query(row -> {
                        Past past = pasts.get(new MaterialId(row.getString("material")));
                        past.contents().add(new Sha256(row.getString("sha256")));
                        past.names().add(small(row.getString("name")));
                    });
            return pasts;
        }

        Past of(MaterialId material) {
            return of(List.of(material)).get(material);
        }

        private Map<String, Long> described(Set<String> materials) {
            Map<String, Long> described = new HashMap<>();
            database.sql("""
                    select material_id, max(revision) from material_history
                    where material_id in (:materials) and step = 'DESCRIBED' group by material_id""")
                    .param("materials", materials).query(row -> {
                        described.put(row.getString(1), row.getLong(2));
                    });
            return described;
        }
    }
}
