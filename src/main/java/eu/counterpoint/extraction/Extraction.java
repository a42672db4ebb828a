package eu.counterpoint.extraction;

import eu.counterpoint.extraction.worker.Reason;
import eu.counterpoint.file.Passage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came out of one file.
 *
 * @param status     how it ended
 * @param reason     key of the plain sentence that explains the status, such as {@code no-text}; null when extracted whole
 * @param passages   the text, also what was read before a limit or a kill; in reading order
 * @param properties what the file says of itself
 */
public record Extraction(Status status, @Nullable String reason, List<Passage> passages, Properties properties) {

    /**
     * Whether the worker was stopped while it read: by the system in want of memory, or by somebody. That says little about the
     * file, which may have been the one that was being read when something else took the memory.
     */
    public boolean workerWasStopped() {
        return status == Status.CRASHED && Reason.STOPPED.key().equals(reason);
    }

    /** How an extraction ended. */
    public enum Status {
        EXTRACTED, TRUNCATED, EMPTY, ENCRYPTED, UNREADABLE, TIMED_OUT, CRASHED
    }

    /**
     * What a file says of itself, as far as it does.
     *
     * @param mediaType by content, such as {@code application/pdf}
     * @param title     embedded title
     * @param authors   in the file's order
     * @param year      of creation or publication
     * @param language  ISO 639-1, detected from the text
     * @param pages     pages, slides or sheets
     * @param seconds   of a recording
     * @param raw       everything else by Tika's names; bounded
     */
    public record Properties(@Nullable String mediaType, @Nullable String title, List<String> authors,
            @Nullable Integer year, @Nullable String language, @Nullable Integer pages, @Nullable Integer seconds,
            Map<String, String> raw) {

        public static final Properties NONE = new Properties(null, null, List.of(), null, null, null, null, Map.of());
    }
}
