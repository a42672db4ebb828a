/** Concept schemes (SKOS) and their labels. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ui"})
package eu.counterpoint.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
