/** What the files of a material tell about it, as suggestions to whoever describes it. */
@NullMarked
@NamedInterface("suggestion")
package eu.counterpoint.ingest.suggestion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
