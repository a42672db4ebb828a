/** The form with which people contribute. */
@NullMarked
package eu.counterpoint.ingest.ui;

import org.jspecify.annotations.NullMarked;
