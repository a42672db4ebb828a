package eu.counterpoint.file;

/**
 * An original in the store.
 *
 * @param sha256 what it is known by
 * @param size   in bytes
 */
public record Original(Sha256 sha256, long size) {}
