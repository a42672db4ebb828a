/** Text in passages with page numbers, properties and language and a cover out of one file, in worker processes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"file"})
package eu.counterpoint.extraction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
