package eu.counterpoint.search;

/** How many materials a value of a facet has in a result. */
public record FacetCount(String id, long count) {}
