package eu.counterpoint.search;

import java.util.List;
import java.util.Map;

/**
 * What answers a narrative.
 *
 * @param total    materials that were weighed: the best in each way of looking, at most 200
 * @param took     milliseconds in the engine
 * @param answers  the best first
 * @param concepts that the narrative names
 */
public record AnswerResult(long total, long took, List<Answer> answers, List<NamedConcept> concepts) {

    static final AnswerResult NOTHING = new AnswerResult(0, 0, List.of(), List.of());

    /** The same as of a search, without counts: nothing is counted beside a narrative. */
    public SearchResult asSearchResult() {
        return new SearchResult(total, took, answers.stream().map(Answer::hit).toList(), Map.of(), List.of(), concepts,
                null);
    }
}
