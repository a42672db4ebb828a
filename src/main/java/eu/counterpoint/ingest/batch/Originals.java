package eu.counterpoint.ingest.batch;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import eu.counterpoint.file.Original;
import eu.counterpoint.file.Sha256;
import eu.counterpoint.library.NewFile;

/** The files that came with batches. */
@Component
class Originals {

    private static final int LONGEST_NAME = 500;

    private final JdbcClient database;

    Originals(JdbcClient database) {
        this.database = database;
    }

    /**
     * A file that came.
     *
     * @param name  as sent, with the folders of an archive
     * @param file  the original that is kept; null where it is not taken
     * @param fault the sentence that says why; null where it is taken
     */
    record Came(String name, @Nullable NewFile file, @Nullable String fault) {}

    /** Adds files. Two of the same name with different content may both come; the same one twice is one. */
    @Transactional
    void add(BatchId batch, List<Came> some) {
        some.forEach(came -> add(batch, came));
    }

    /** Whether there would be no more than before with it. */
    boolean takesThePlaceOfAnother(BatchId batch, Came came) {
        return same(batch, came, "select count(*) from").query(Long.class).single() > 0;
    }

    private StatementSpec same(BatchId batch, Came came, String what) {
        NewFile file = came.file();
        return database
                .sql(what + " batch_originals where batch_id = ? and name = ? and (fault is not null or sha256 = ?)")
                .param(1, batch.value()).param(2, clean(came.name()))
                .param(3, file == null ? "" : file.original().sha256().hex());
    }

    private void add(BatchId batch, Came came) {
        NewFile file = came.file();
        same(batch, came, "delete from").update();
        database.sql("""
                insert into batch_originals (batch_id, name, sha256, bytes, media_type, fault)
                values (?, ?, ?, ?, ?, ?)""").param(1, batch.value()).param(2, clean(came.name()))
                .param(3, file == null ? null : file.original().sha256().hex())
                .param(4, file == null ? 0 : file.original().size()).param(5, file == null ? null : file.mediaType())
                .param(6, came.fault()).update();
    }

    long count(BatchId batch) {
        return database.sql("select count(*) from batch_originals where batch_id = ?").param(batch.value())
                .query(Long.class).single();
    }

    /** 64 hexadecimal digits that tell whether the same has come for two batches, in whatever order. */
    String digest(BatchId batch) {
        return DigestUtils.sha256Hex(all(batch).stream()
                .map(came -> came.name() + "\n" + (came.file() == null ? "" : came.file().original().sha256().hex()))
                .sorted().collect(Collectors.joining("\n")));
    }

    List<Came> all(BatchId batch) {
        return database.sql("""
                select name, sha256, bytes, media_type, fault from batch_originals where batch_id = ? order by id""")
                .param(batch.value()).query((row, number) -> {
                    String sha256 = row.getString("sha256");
                    String name = row.getString("name");
                    return new Came(name, sha256 == null
                            ? null
                            : new NewFile(name, new Original(new Sha256(sha256), row.getLong("bytes")),
                                    row.getString("media_type")),
                            row.getString("fault"));
                }).list();
    }

    /** The files by the names that a row may call them by. */
    Shelf shelf(BatchId batch) {
        return new Shelf(all(batch));
    }

    /**
     * What came, to be asked for by name: with its folders, or without where that is clear. Capitals count for nothing. Of two
     * with the same folders and name the later one is meant.
     */
    static final class Shelf {

        private final List<Came> all;
        private final Map<String, Came> byPath = new LinkedHashMap<>();
        private final Map<String, List<Came>> byName = new HashMap<>();
        private final Set<Came> named = new HashSet<>();

        Shelf(List<Came> all) {
            this.all = all;
            all.forEach(came -> byPath.put(key(came.name()), came));
            byPath.values().forEach(came -> byName
                    .computeIfAbsent(key(lastName(came.name())), any -> new ArrayList<>()).add(came));
        }

        List<Came> all() {
            return all;
        }

        /** The file of this name: one where it is clear, several where it is not, none where none came. */
        List<Came> find(String name) {
            Came exactly = byPath.get(key(name));
            List<Came> found = exactly != null ? List.of(exactly) : below(key(name));
            named.addAll(found);
            return found;
        }

        /** Those whose folders end as the name says, or, where none does, those that came without any. */
        private List<Came> below(String name) {
            List<Came> called = byName.getOrDefault(lastName(name), List.of());
            List<Came> below = called.stream().filter(came -> key(came.name()).endsWith("/" + name)).toList();
            return below.isEmpty()
                    ? called.stream().filter(came -> key(came.name()).indexOf('/') < 0).toList()
                    : below;
        }

        /** How many files nobody has asked for. */
        int unnamed() {
            return all.size() - named.size();
        }

        private static String key(String name) {
            return Normalizer.normalize(name.replace('\\', '/'), Normalizer.Form.NFC).replaceFirst("^(\\./|/)+", "")
                    .strip().toLowerCase(Locale.ROOT);
        }
    }

    static String lastName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String clean(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", "");
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(clean.length() - LONGEST_NAME);
    }
}
