/** The index: its layout and versions, indexing, queries, facets, rebuild. */
@NullMarked
@ApplicationModule(allowedDependencies = {"library", "library :: ui", "vocabulary", "account", "file", "meaning", "ui"})
package eu.counterpoint.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
