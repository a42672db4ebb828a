/** A contributor's own materials, and the language of a file wherever files are shown. */
@NullMarked
@NamedInterface("ui")
package eu.counterpoint.library.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
