package eu.counterpoint.ingest.batch;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import eu.counterpoint.library.MaterialId;

/**
 * A row of a batch.
 *
 * @param number   as a spreadsheet counts: in a table the first row below the headings is 2; elsewhere from 1
 * @param key      what identifies it among its sender's rows, as given or made
 * @param faults   what is wrong, or why it is left alone; empty where there is nothing to say
 * @param material what it became; or null
 */
public record BatchRow(int number, String key, String title, Plan plan, State state, List<Fault> faults,
        @Nullable MaterialId material) {

    /** Whether something was to become of it, and has not: when its batch is cancelled it is left out. */
    public boolean waits() {
        return state == State.WAITING && (plan == Plan.CREATE || plan == Plan.UPDATE);
    }

    /** What the dry run says will become of it. */
    public enum Plan {
        CREATE, UPDATE, SKIP, FAULTY;

        /** As REST writes it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far it is. */
    public enum State {
        WAITING, DONE, FAILED;

        /** As REST writes it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
