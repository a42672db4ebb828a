/** Materials, revisions, lifecycle and ownership: the system of record. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "vocabulary", "file", "ui"})
package eu.counterpoint.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
