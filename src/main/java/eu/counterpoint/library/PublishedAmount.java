package eu.counterpoint.library;

/**
 * How much is published.
 *
 * @param materials  records
 * @param characters of text in their files
 */
public record PublishedAmount(long materials, long characters) {}
