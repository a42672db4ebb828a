package eu.counterpoint.search;

import eu.counterpoint.library.Description;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.vocabulary.Scheme;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A material in the index, as {@code index-mappings/materials.json} lays it out.
 *
 * @param concepts     concept ids by the id of their scheme
 * @param evidenceRank place of the evidence design in its list, which goes from the weakest to the strongest; 0 for none
 * @param publishedAt  milliseconds since 1970
 * @param titleSort    the title without case, accents and leading punctuation
 * @param fileKeys     of the files whose passages are in the index; see {@link FileKey}
 * @param body         the text of the files; searched, but not kept, so never there in an answer
 */
record MaterialDocument(String title, String titleSort, String summary, String organisation, List<String> authors,
        Map<String, List<String>> concepts, @Nullable Integer year, int evidenceRank, String visibility,
        boolean starter, boolean hasFiles, long publishedAt, List<FileEntry> files, List<String> fileKeys,
        @Nullable List<String> body) {

    record FileEntry(long id, String name) {}

    static MaterialDocument of(Material material, int evidenceRank, List<String> body) {
        Description description = material.description();
        Map<String, List<String>> concepts = description.concepts().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().id(), Map.Entry::getValue));
        return new MaterialDocument(description.title(), sortKey(description.title()), description.summary(),
                description.organisation(), description.authors(), concepts, description.year(), evidenceRank,
                description.visibility().id(), material.starter(), !material.files().isEmpty(),
                Optional.ofNullable(material.publishedAt()).map(Instant::toEpochMilli).orElse(0L),
                material.files().stream().map(MaterialDocument::entry).toList(),
                FileKey.of(material).stream().map(FileKey::toString).toList(), body);
    }

    private static FileEntry entry(MaterialFile file) {
        return new FileEntry(file.id().value(), file.name());
    }

    /** The concepts of a scheme. */
    List<String> all(Scheme scheme) {
        return concepts.getOrDefault(scheme.id(), List.of());
    }

    /** The only concept of a scheme, or null. */
    @Nullable
    String one(Scheme scheme) {
        return all(scheme).stream().findFirst().orElse(null);
    }

    static String sortKey(String title) {
        String bare = Normalizer.normalize(title, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT).replaceAll("^[^\\p{L}\\p{N}]+", "");
        // Longer keys would be more than Lucene takes, and no reader sees the difference.
        return bare.length() <= 200 ? bare : bare.substring(0, 200);
    }
}
