package eu.counterpoint.ingest.batch;

import eu.counterpoint.file.Sha256;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.NewFile;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What batches have brought a material, whatever became of that since. A file that somebody has replaced or taken off is not
 * missing.
 *
 * @param contents of the files that batches handed over to it
 * @param names    of these, in small letters
 */
record Past(Set<Sha256> contents, Set<String> names) {

    static final Past NONE = new Past(Set.of(), Set.of());

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

        /** Those that there is something to say about. */
        Map<MaterialId, Past> of(Collection<MaterialId> materials) {
            Map<MaterialId, Past> pasts = new HashMap<>();
            if (materials.isEmpty()) {
                return pasts;
            }
            database.sql("""
                    select distinct r.material, b.sha256, b.name from batch_rows r
                    join batch_files b on b.batch_id = r.batch_id and b.row_number = r.row_number
                    where r.material in (:materials) and b.material_file is not null""")
                    .param("materials", materials.stream().map(MaterialId::value).toList()).query(row -> {
                        Past past = pasts.computeIfAbsent(new MaterialId(row.getString("material")),
                                any -> new Past(new HashSet<>(), new HashSet<>()));
                        past.contents().add(new Sha256(row.getString("sha256")));
                        past.names().add(small(row.getString("name")));
                    });
            return pasts;
        }
    }
}
