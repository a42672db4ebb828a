package eu.counterpoint.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A material that answers a narrative.
 *
 * @param hit            its passages begin with the one nearest in meaning; at most two
 * @param narrativeTypes concept ids, as the record has them
 * @param techniques     concept ids, as the record has them
 */
public record Answer(Hit hit, List<String> narrativeTypes, List<String> techniques, Why why) {

    /**
     * Why it was chosen; at least one of these.
     *
     * @param similarity in meaning: cosine, -1 to 1, of what is nearest in it; null where it is not near
     * @param words      of the narrative that it shares, as they stand there, the most telling first
     * @param concepts   that the narrative names and the material is filed under
     */
    public record Why(@Nullable Double similarity, List<String> words, List<NamedConcept> concepts) {}
}
