/** The batches on the screen: sending one, its dry run, its progress. */
@NullMarked
package eu.counterpoint.ingest.batch.ui;

import org.jspecify.annotations.NullMarked;
