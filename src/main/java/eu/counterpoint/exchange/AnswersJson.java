package eu.counterpoint.exchange;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;

/** What answers a narrative, as REST answers it: as a search, with the reasons beside each hit. */
@Schema(name = "AnswerResult")
record AnswersJson(
        @Schema(description = "Materials that were weighed: the best in each way of looking, at most 200") long total,
        @Schema(description = "Milliseconds in the engine") long took, List<AnswerJson> hits,
        @Schema(description = "Without counts") Map<String, List<SearchJson.FacetJson>> facets,
        @Nullable String suggestion) {

    /** A material that answers. */
    @Schema(name = "Answer")
    record AnswerJson(@JsonUnwrapped SearchJson.HitJson hit, List<String> narrativeTypes, List<String> techniques,
            WhyJson why) {}

    /** Why it was chosen. */
    @Schema(name = "Why")
    record WhyJson(
            @Schema(description = "In meaning, -1 to 1, of what is nearest in it; null where it is not near") @Nullable Double similarity,
            @Schema(description = "Of the narrative that it shares, the most telling first") List<String> words,
            @Schema(description = "That the narrative names and it is filed under") List<ConceptJson> concepts) {}

    /** A concept. */
    @Schema(name = "NamedConcept")
    record ConceptJson(@Schema(example = "theme") String scheme, String id, String label,
            @Schema(description = "Of the narrative that name it") String words) {}
}
