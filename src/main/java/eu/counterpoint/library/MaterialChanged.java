package eu.counterpoint.library;

/**
 * A material, its files or its status changed. Published inside the transaction that changes it.
 *
 * @param version the material's version after the change
 */
public record MaterialChanged(MaterialId id, long version) {}
