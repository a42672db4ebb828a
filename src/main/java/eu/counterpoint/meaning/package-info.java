/** What a text means, as a vector: a sentence model in this process, the windows of a text that it reads, and what it made. */
@NullMarked
@ApplicationModule(allowedDependencies = "file")
package eu.counterpoint.meaning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
