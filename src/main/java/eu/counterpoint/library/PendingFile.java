package eu.counterpoint.library;

/** A file that waits to be read. */
public record PendingFile(MaterialId material, FileId file) {}
