/** The analysis of text that {@code index-mappings} name, for the node in this process. */
@NullMarked
package eu.counterpoint.search.embedded.analysis;

import org.jspecify.annotations.NullMarked;
