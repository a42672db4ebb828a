package eu.counterpoint.ingest.suggestion;

import eu.counterpoint.library.Description;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.vocabulary.FoldedName;
import java.util.List;

/**
 * One value that a field of the description may have, and what led to it.
 *
 * @param value  a concept's id, or what is to be written
 * @param quotes the places in the files that led to it, the best first; at most two
 * @param alike  the most similar records that have it; at most six
 */
public record Suggested(SuggestedField field, String value, Reason reason, List<Quote> quotes, List<Alike> alike) {

    /** A record that the library has already. */
    public record Alike(MaterialId id, String title) {}

    /** Whether it stands in the description already; capitals and punctuation make no difference. */
    public boolean isIn(Description description) {
        String folded = FoldedName.of(value);
        return field.in(description).stream()
                .anyMatch(
                        entered -> entered.equals(value) || !folded.isEmpty() && FoldedName.of(entered).equals(folded));
    }
}
