package eu.counterpoint.meaning;

/**
 * What a window means.
 *
 * @param passage as in {@link Window}
 * @param vector  of the length 1, to about three digits
 */
public record WindowVector(int passage, float[] vector) {}
