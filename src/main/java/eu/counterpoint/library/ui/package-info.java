/** A contributor's own materials, and what other pages show of records and files: covers, the language of a file. */
@NullMarked
@NamedInterface("ui")
package eu.counterpoint.library.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
