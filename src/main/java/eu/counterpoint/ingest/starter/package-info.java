/** The records that a new library begins with. */
@NullMarked
package eu.counterpoint.ingest.starter;

import org.jspecify.annotations.NullMarked;
