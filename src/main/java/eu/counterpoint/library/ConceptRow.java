package eu.counterpoint.library;

import eu.counterpoint.vocabulary.Scheme;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A concept of a material. */
@Embeddable
record ConceptRow(@Enumerated(EnumType.STRING) Scheme scheme, String concept) {}
