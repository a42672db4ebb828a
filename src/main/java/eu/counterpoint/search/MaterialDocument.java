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
import java.util.Objects;
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
 * @param in           what of title, summary and text is in which language, by ISO 639-1; see {@link OwnFields}. Not kept
 *                     either
 * @param languages    the keys of {@code in}
 * @param organisationName the organisation as a whole; null where there is none
 * @param evaluated    whether the evidence is more than none and more than a count of what was done or seen
 * @param reusable     whether the licence lets others use it again
 * @param windows      stretches of the text with their meaning as a vector; not kept
 */
record MaterialDocument(String title, String titleSort, String summary, String organisation, List<String> authors,
        Map<String, List<String>> concepts, @Nullable Integer year, int evidenceRank, String visibility,
        boolean starter, boolean hasFiles, long publishedAt, List<FileEntry> files, List<String> fileKeys,
        @Nullable List<String> body, @Nullable Map<String, Texts> in, List<String> languages,
        @Nullable String organisationName, boolean evaluated, boolean reusable, @Nullable List<Window> windows) {

    /** The evidence rank of counts of what was done or seen; what is above it says something about effect. */
    private static final int COUNTS_ONLY = 1;
    private static final String NOT_REUSABLE = "all-rights-reserved";
    /** Of a record that names no language and has no file with one. */
    private static final String USUAL_LANGUAGE = "en";

    record FileEntry(long id, String name) {}

    /** The texts of a material in one language; null where it has none in that language. */
    record Texts(@Nullable String title, @Nullable String summary, @Nullable List<String> body) {}

    /** @param passage id of the passage in the index with which the stretch begins; null for title and summary */
    record Window(@Nullable String passage, float[] vector) {}

    static MaterialDocument of(Material material, int evidenceRank, MaterialText text) {
        Description description = material.description();
        Map<String, List<String>> concepts = description.concepts().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().id(), Map.Entry::getValue));
        Map<String, Texts> in = text.withRecord(description.title(), description.summary(), language(material));
        String licence = description.one(Scheme.LICENCE);
        return new MaterialDocument(description.title(), sortKey(description.title()), description.summary(),
                description.organisation(), description.authors(), concepts, description.year(), evidenceRank,
                description.visibility().id(), material.starter(), !material.files().isEmpty(),
                Optional.ofNullable(material.publishedAt()).map(Instant::toEpochMilli).orElse(0L),
                material.files().stream().map(MaterialDocument::entry).toList(),
                FileKey.of(material).stream().map(FileKey::toString).toList(), text.parts(), in,
                List.copyOf(in.keySet()), description.organisation().isEmpty() ? null : description.organisation(),
                evidenceRank > COUNTS_ONLY, licence != null && !licence.equals(NOT_REUSABLE), null);
    }

    MaterialDocument with(List<Window> windows) {
        return new MaterialDocument(title, titleSort, summary, organisation, authors, concepts, year, evidenceRank,
                visibility, starter, hasFiles, publishedAt, files, fileKeys, body, in, languages, organisationName,
                evaluated, reusable, windows);
    }

    /** The language of title and summary. */
    private static String language(Material material) {
        String main = material.description().one(Scheme.LANGUAGE);
        return main != null
                ? main
                : material.files().stream().map(MaterialFile::language).filter(Objects::nonNull).findFirst()
                        .orElse(USUAL_LANGUAGE);
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
