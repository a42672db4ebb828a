/** Text in passages with page numbers, properties and language out of one file, in a worker process. */
@NullMarked
@ApplicationModule(allowedDependencies = {"file"})
package eu.counterpoint.extraction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
