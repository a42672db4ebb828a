/** From received files to a catalogued, searchable material: persistent jobs, progress, the starter collection. */
@NullMarked
@ApplicationModule(allowedDependencies = {"library", "library :: ui", "file", "extraction", "search", "account",
        "vocabulary", "ui"})
package eu.counterpoint.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
