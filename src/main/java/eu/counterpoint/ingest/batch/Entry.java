package eu.counterpoint.ingest.batch;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One row as it was sent, by the names of its columns; nothing in it has been judged yet.
 *
 * @param row    its number, as in {@link BatchRow}
 * @param values by column; none of them blank
 * @param faults what already was wrong when it was read
 */
record Entry(int row, Map<String, List<String>> values, List<Fault> faults) {

    /** The values of a column, in order. */
    List<String> all(String column) {
        return values.getOrDefault(column, List.of());
    }

    /** The value of a column that takes one, or null. */
    @Nullable
    String one(String column) {
        List<String> all = all(column);
        return all.isEmpty() ? null : all.getFirst();
    }

    String text(String column) {
        return String.join(" ", all(column));
    }

    boolean has(String column) {
        return !all(column).isEmpty();
    }
}
