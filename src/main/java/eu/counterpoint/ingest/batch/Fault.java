package eu.counterpoint.ingest.batch;

/**
 * Something that is wrong in a row, or worth knowing about it.
 *
 * @param column as in the table; empty where it concerns the row as a whole
 * @param detail a plain sentence
 */
public record Fault(String column, String detail) {}
