package eu.counterpoint.vocabulary;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All concept schemes, read once at start from the SKOS files in the resources. */
@Component
public class Vocabulary {

    /** Union statistics and everyday use have their own codes for two countries. */
    private static final Map<String, String> OTHER_COUNTRY_CODES = Map.of("el", "gr", "uk", "gb");

    /** By scheme and lower-case id, in reading order. */
    private final Map<Scheme, Map<String, Concept>> schemes = new EnumMap<>(Scheme.class);

    /** @throws IllegalStateException when a scheme's file is missing or is not a complete list of concepts */
    public Vocabulary() {
        for (var scheme : Scheme.values()) {
            var byId = new LinkedHashMap<String, Concept>();
            SkosFile.of(scheme).concepts().forEach(concept -> byId.put(key(concept.id()), concept));
            schemes.put(scheme, Collections.unmodifiableMap(byId));
        }
    }

    /** The concepts of a scheme, in the order of its list. */
    public List<Concept> concepts(Scheme scheme) {
        return List.copyOf(schemes.get(scheme).values());
    }

    /**
     * Finds a concept by its id. Ids are compared without regard to case. For countries {@code EL} means Greece and
     * {@code UK} the United Kingdom too.
     */
    public Optional<Concept> find(Scheme scheme, String id) {
        var key = key(id);
        if (scheme == Scheme.COUNTRY) {
            key = OTHER_COUNTRY_CODES.getOrDefault(key, key);
        }
        return Optional.ofNullable(schemes.get(scheme).get(key));
    }

    /** The label of a concept, or its id where it is not known. */
    public String label(Scheme scheme, String id, Locale locale) {
        return find(scheme, id).map(concept -> concept.label(locale)).orElse(id);
    }

    private static String key(String id) {
        return id.strip().toLowerCase(Locale.ROOT);
    }
}
