/** REST with OpenAPI. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ui", "account", "vocabulary", "file", "extraction", "library", "search",
        "ingest", "ingest :: batch", "ingest :: suggestion", "review"})
package eu.counterpoint.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
