package eu.counterpoint.ingest.batch;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import eu.counterpoint.library.Duplicate;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Outcome;

/**
 * A file of a batch.
 *
 * @param row      the number of the row that names it
 * @param size     in bytes
 * @param material what it is a file of; null while it waits in the batch
 * @param outcome  what became of reading it; null while it waits in the batch
 * @param reason   key of the sentence that explains the outcome; or null
 * @param signature what a malware scanner calls what it found in it; or null
 * @param id       the id of the file; null while it waits in the batch
 * @param alike    another material with nearly the same text, that whoever asks may see; or null
 */
public record BatchFile(int row, String name, long size, State state, @Nullable MaterialId material,
        @Nullable Outcome outcome, @Nullable String reason, @Nullable String signature,
        @Nullable FileId id, @Nullable Duplicate alike) {

    BatchFile with(@Nullable Duplicate other) {
        return new BatchFile(row, name, size, state, material, outcome, reason, signature, id, other);
    }

    boolean wasRead() {
        return outcome != null && outcome != Outcome.PENDING;
    }

    /** Whether it has not become part of a material: when its batch is cancelled it is left out. */
    public boolean waits() {
        return state == State.WAITING && material == null;
    }

    /** Where it is. A draft is in no index: it is done when it was read. */
    public enum State {
        WAITING, EXTRACTING, INDEXING, DONE,
        /** It cannot be read, or has no text though it is no recording; and nobody takes it as it is. */
        FAILED;

        /** As REST writes it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
