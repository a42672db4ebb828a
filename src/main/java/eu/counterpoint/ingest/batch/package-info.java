/** Many materials at once: a table, files, archives; a dry run, an import that goes on after any interruption, its progress. */
@NullMarked
@NamedInterface("batch")
package eu.counterpoint.ingest.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
