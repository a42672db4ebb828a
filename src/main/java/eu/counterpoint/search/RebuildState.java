package eu.counterpoint.search;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a rebuild of the index goes, or how the last one went.
 *
 * @param askedAt    when it was begun; null where there never was one
 * @param finishedAt when it ended; null while it runs
 * @param rebuiltAt  when one last went well; null where none did
 * @param records    how many are in the new index
 * @param total      how many there are
 * @param percent    of the filling, 0 to 100; a record with long files is more work than one without
 * @param changed    how many changed while it was filled, and are to be brought in then; 0 before and after
 * @param broughtIn  how many of these the new index has as they are now
 * @param problem    why it failed; null unless it did
 * @param detail     what exactly, for those who run the library; null where there is nothing to add
 */
public record RebuildState(Stage stage, @Nullable Reason reason, @Nullable Instant askedAt,
        @Nullable Instant finishedAt, @Nullable Instant rebuiltAt, long records, long total, int percent, long changed,
        long broughtIn, @Nullable Problem problem, @Nullable String detail) {

    private static final int WHOLE = 100;

    /** Where it is. */
    public enum Stage {
        NEVER, WAITING, FILLING, CHECKING, DONE, FAILED;

        /** As texts and programs call it. */
        public String id() {
            return RebuildState.id(this);
        }
    }

    /** Why it was begun. */
    public enum Reason {
        /** Somebody asked for it. */
        ASKED,
        /** The index had another layout than this version of the application wants. */
        LAYOUT,
        /** The index was gone, or empty. */
        LOST;

        public String id() {
            return RebuildState.id(this);
        }
    }

    /** Why it failed. */
    public enum Problem {
        /** The search engine does not answer, or has too much to do. */
        ENGINE_AWAY,
        /** The search engine does not take a record. */
        RECORD_REFUSED,
        /** The kept text of a file cannot be read. */
        TEXT_UNREADABLE,
        /** What is in the new index is not what the catalogue says. */
        DIFFERENT,
        /** Anything else. */
        UNEXPECTED;

        public String id() {
            return RebuildState.id(this);
        }
    }

    /** Whether one has been asked for and has not ended. */
    public boolean running() {
        return stage == Stage.WAITING || stage == Stage.FILLING || stage == Stage.CHECKING;
    }

    /** How many of what changed are brought in, 0 to 100. */
    public int percentBroughtIn() {
        return (int) (WHOLE * broughtIn / Math.max(1, changed));
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
