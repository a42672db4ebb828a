/** Submit, return with a note, publish, withdraw. */
@NullMarked
@ApplicationModule(allowedDependencies = {"library", "account", "vocabulary", "ui"})
package eu.counterpoint.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
