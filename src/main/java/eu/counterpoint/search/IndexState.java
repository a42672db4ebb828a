package eu.counterpoint.search;

/**
 * How the index stands.
 *
 * @param available whether the search engine answers; where it does not, the numbers are 0
 * @param records   how many can be found
 * @param passages  how many passages of their files
 * @param current   whether the index has the layout that this version of the application wants
 * @param rebuild   how a rebuild goes, or how the last one went
 */
public record IndexState(boolean available, long records, long passages, boolean current, RebuildState rebuild) {}
