/** The searchable library of counter-narrative practice: one Spring Boot application, one package per feature. */
@NullMarked
package eu.counterpoint;

import org.jspecify.annotations.NullMarked;
