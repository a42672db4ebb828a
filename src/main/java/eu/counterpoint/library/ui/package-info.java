/** A contributor's own materials. */
@NullMarked
@NamedInterface("ui")
package eu.counterpoint.library.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
