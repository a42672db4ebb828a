/** The other process: reads one file after another with Tika and says what it finds in frames on its standard output. */
@NullMarked
package eu.counterpoint.extraction.worker;

import org.jspecify.annotations.NullMarked;
