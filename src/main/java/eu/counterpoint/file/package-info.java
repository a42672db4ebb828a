/** Originals by their SHA-256, and what was extracted from them beside them: written once, verified on read. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package eu.counterpoint.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
