package eu.counterpoint.search;

import eu.counterpoint.library.MaterialId;

/**
 * A material can be found as it is now, or no longer be found. Published once a search sees it, at least once for each
 * change that reached the index.
 *
 * @param version the material's version that is in the index
 */
public record MaterialIndexed(MaterialId id, long version) {}
