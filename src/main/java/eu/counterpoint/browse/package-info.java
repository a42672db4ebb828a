/** The frame around every view, home, theme and audience pages, the page of a material. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ui", "account", "vocabulary", "file", "extraction", "library",
        "library :: ui", "search",
        "search :: ui", "ingest", "review", "review :: ui"})
package eu.counterpoint.browse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
