/** Components that know nothing of the domain: badge, chip, facet panel, upload row, skeleton, and the texts. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package eu.counterpoint.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
