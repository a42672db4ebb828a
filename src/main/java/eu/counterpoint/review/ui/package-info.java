/** The editors' queue, and what can be done with a material on its way. */
@NullMarked
@NamedInterface("ui")
package eu.counterpoint.review.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
