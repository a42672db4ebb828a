package eu.counterpoint.ingest.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong in a row, or worth knowing about it.
 *
 * @param column as in the table; empty where it concerns the row as a whole
 * @param detail a plain sentence
 * @param material that it speaks of; or null
 */
public record Fault(String column, String detail,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String material) {

    /** One that speaks of no other material. */
    public Fault(String column, String detail) {
        this(column, detail, null);
    }
}
