/** The other process: reads or draws one file after another and says what it finds in frames on its standard output. */
@NullMarked
package eu.counterpoint.extraction.worker;

import org.jspecify.annotations.NullMarked;
