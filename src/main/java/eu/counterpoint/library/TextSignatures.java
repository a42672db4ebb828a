package eu.counterpoint.library;

import eu.counterpoint.account.Reader;
import eu.counterpoint.file.TextSignature;
import eu.counterpoint.library.Duplicate.Likeness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The signatures of the texts of files, and which of them are nearly the same. Two files are compared when they share a band of
 * their signatures; those that share most of them first.
 */
@Component
class TextSignatures {

    /** From this likeness on, texts are nearly the same. */
    static final double NEARLY_THE_SAME = 0.8;

    /** At most so many pairs of files are compared for one material. */
    private static final int MOST_COMPARED = 200;

    /** At most so many are compared for each file, where the likest alone is looked for. */
    private static final int MOST_COMPARED_OF_EACH = 20;

    /** For how many files of a material others are looked for. */
    private static final int MOST_FILES = 100;

    private static final String KEEP_BANDS = "insert into text_bands (band, file_id) values "
            + String.join(", ", java.util.Collections.nCopies(TextSignature.BANDS, "(?, ?)"));

    private final JdbcClient database;

    TextSignatures(JdbcClient database) {
        this.database = database;
    }

    /**
     * Keeps the signature of a file's text in the place of the one before.
     *
     * @param first     whether there can be none before
     * @param signature null where the text is too short to have one
     */
    void keep(FileId file, boolean first, @Nullable TextSignature signature) {
        if (!first) {
            database.sql("delete from text_bands where file_id = ?").param(file.value()).update();
            database.sql("delete from text_signatures where file_id = ?").param(file.value()).update();
        }
        if (signature == null) {
            return;
        }
        database.sql("insert into text_signatures (file_id, signature) values (?, ?)").param(file.value())
                .param(signature.bytes()).update();
        List<Object> bands = new ArrayList<>();
        for (long band : signature.bands()) {
            bands.add(band);
            bands.add(file.value());
        }
        database.sql(KEEP_BANDS).params(bands).update();
    }

    /** A pair of files that share bands. */
    private record Pair(long mine, long other, MaterialId material, String title, Status status) {}

    /** A pair and how alike it is. */
    private record Compared(Pair pair, double likeness) {}

    /** Materials with files of nearly the same text as those of this one; the likest first. */
    List<Duplicate> near(Material material, Reader reader) {
        List<Long> files = material.files().stream().filter(file -> file.extractor() != null)
                .map(file -> file.id().value()).limit(MOST_FILES).toList();
        if (files.isEmpty()) {
            return List.of();
        }
        return alike(pairs(files, MOST_COMPARED, MOST_COMPARED, reader)).values().stream()
                .flatMap(TextSignatures::likest).toList();
    }

    /** Of each file the other material whose text is the likest, where that is nearly the same. */
    Map<FileId, Duplicate> nearest(Collection<FileId> files, Reader reader) {
        if (files.isEmpty()) {
            return Map.of();
        }
        List<Pair> pairs = pairs(files.stream().map(FileId::value).toList(), MOST_COMPARED_OF_EACH,
                MOST_COMPARED_OF_EACH * files.size(), reader);
        return alike(pairs).values().stream().flatMap(materials -> likest(materials).limit(1))
                .collect(Collectors.toMap(Duplicate::file, Function.identity()));
    }

    /** By file the materials with nearly the same text. */
    private Map<Long, Map<MaterialId, Compared>> alike(List<Pair> pairs) {
        Map<Long, TextSignature> signatures = signatures(
                pairs.stream().flatMap(pair -> Stream.of(pair.mine(), pair.other())).distinct().toList());
        Map<Long, Map<MaterialId, Compared>> best = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            TextSignature mine = signatures.get(pair.mine());
            TextSignature other = signatures.get(pair.other());
            double likeness = mine == null || other == null ? 0 : mine.likeness(other);
            if (likeness >= NEARLY_THE_SAME) {
                best.computeIfAbsent(pair.mine(), any -> new HashMap<>()).merge(pair.material(),
                        new Compared(pair, likeness), (a, b) -> a.likeness() >= b.likeness() ? a : b);
            }
        }
        return best;
    }

    private static Stream<Duplicate> likest(Map<MaterialId, Compared> materials) {
        return materials.values().stream()
                .sorted(Comparator.comparingDouble(Compared::likeness).reversed()
                        .thenComparing(compared -> compared.pair().material().value()))
                .limit(Duplicates.MOST).map(Compared::pair).map(pair -> new Duplicate(new FileId(pair.mine()),
                        pair.material(), pair.title(), pair.status(), Likeness.NEARLY_SAME_TEXT));
    }

    /**
     * Those that share most first.
     *
     * @param each how many of each file
     * @param most how many in all
     */
    private List<Pair> pairs(List<Long> files, int each, int most, Reader reader) {
        Map<String, Object> parameters = new HashMap<>(Seen.parameters(reader));
        parameters.put("files", files);
        parameters.put("each", each);
        parameters.put("most", most);
        return database.sql("""
                select mine, other, id, title, status from (
                    select pair.mine, pair.other, m.id, m.title, m.status, pair.shared,
                        row_number() over (partition by pair.mine order by pair.shared desc, pair.other) as place
                    from (select a.file_id as mine, b.file_id as other, count(*) as shared
                        from text_bands a join text_bands b on b.band = a.band and b.file_id <> a.file_id
                        where a.file_id in (:files) group by a.file_id, b.file_id) pair
                    join material_files f on f.id = pair.other
                    join material_files own on own.id = pair.mine
                    join materials m on m.id = f.material_id
                    where m.id <> own.material_id and f.sha256 <> own.sha256 and f.extractor is not null
                        and own.extractor is not null and %s) found
                where place <= :each order by shared desc, other limit :most""".formatted(Seen.CONDITION))
                .params(parameters)
                .query((row, number) -> new Pair(row.getLong("mine"), row.getLong("other"),
                        new MaterialId(row.getString("id")), row.getString("title"),
                        Status.valueOf(row.getString("status"))))
                .list();
    }

    private Map<Long, TextSignature> signatures(Collection<Long> files) {
        if (files.isEmpty()) {
            return Map.of();
        }
        return database.sql("select file_id, signature from text_signatures where file_id in (:files)")
                .param("files", files)
                .query((row, number) -> Map.entry(row.getLong("file_id"),
                        TextSignature.ofBytes(row.getBytes("signature"))))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
