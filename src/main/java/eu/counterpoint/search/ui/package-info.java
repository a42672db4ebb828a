/** The search page, and lists of records as other pages show them too. */
@NullMarked
@NamedInterface("ui")
package eu.counterpoint.search.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
