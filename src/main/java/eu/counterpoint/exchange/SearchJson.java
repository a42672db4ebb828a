package eu.counterpoint.exchange;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.swagger.v3.oas.annotations.media.Schema;

/** What was found, as REST answers it. */
@Schema(name = "SearchResult")
record SearchJson(@Schema(description = "Materials found; exact") long total,
        @Schema(description = "Milliseconds in the engine") long took, List<HitJson> hits,
        @Schema(description = "Counts by facet: every list of concepts, and year") Map<String, List<FacetJson>> facets,
        @Schema(description = "Concepts that the text names and that were looked for, too") List<ConceptJson> concepts,
        @Schema(description = "Another query that may find more") @Nullable String suggestion) {

    /** A material found. */
    @Schema(name = "Hit")
    record HitJson(String id, String title, @Nullable String kind, @Nullable String language, @Nullable Integer year,
            String organisation, List<String> countries,
            @Schema(description = "Concept id of the evidence design") @Nullable String evidence,
            @Schema(description = "HTML: escaped, with <mark> around what matched") String summary, double score,
            @Schema(description = "Of the material as search knows it; see the record's") long version,
            @Schema(description = "At most three, best first") List<PassageJson> passages) {}

    /** A passage of a file that matched. */
    @Schema(name = "Passage")
    record PassageJson(@Schema(description = "Id of the file") String file, String name,
            @Schema(description = "Page or slide, from 1") @Nullable Integer page,
            @Schema(description = "Seconds from the beginning, in subtitles") @Nullable Integer second,
            @Schema(description = "Escaped, with <mark> around what matched") String html) {}

    /** A value of a facet and how many materials have it. */
    @Schema(name = "FacetValue")
    record FacetJson(String id, String label, long count) {}

    /** A concept that the text names. */
    @Schema(name = "NamedConcept")
    record ConceptJson(String scheme, String id, String label,
            @Schema(description = "Of the text, by which it is named") String words,
            @Schema(description = "Of the label that these words are") String language) {}
}
