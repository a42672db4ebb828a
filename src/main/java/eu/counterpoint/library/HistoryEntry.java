package eu.counterpoint.library;

import eu.counterpoint.account.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a material.
 *
 * @param revision the material's revision after it
 * @param status   the material's status after it
 * @param by       who did it; null where the library filled in what a file says of itself
 * @param fields   names of the fields that changed, as in {@link Description} and for concepts as in metadata; for files
 *                 their names
 * @param note     the editor's, when changes were requested or the material was withdrawn; else null
 */
public record HistoryEntry(long revision, Step step, Status status, @Nullable AccountId by, Instant at,
        List<String> fields, @Nullable String note) {

    /** What happened. */
    public enum Step {
        CREATED, DESCRIBED, FILES_ADDED, FILE_REMOVED, FILE_REPLACED, FILE_OPENED, FILE_ACCEPTED, LANGUAGE_CORRECTED, FILLED_IN, MOVED
    }
}
