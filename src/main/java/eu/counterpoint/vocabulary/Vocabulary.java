package eu.counterpoint.vocabulary;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All concept schemes, read once at start from the SKOS files in the resources. */
@Component
public class Vocabulary {

    /** Union statistics and everyday use have their own codes for two countries. */
    private static final Map<String, String> OTHER_COUNTRY_CODES = Map.of("el", "gr", "uk", "gb");

    private final Map<Scheme, List<Concept>> lists = new EnumMap<>(Scheme.class);
    private final Map<Scheme, Map<String, Concept>> byId = new EnumMap<>(Scheme.class);

    /** @throws IllegalStateException when a scheme's file is missing or is not a complete list of concepts */
    public Vocabulary() {
        for (var scheme : Scheme.values()) {
            var concepts = SkosFile.of(scheme).concepts();
            lists.put(scheme, concepts);
            byId.put(scheme, concepts.stream().collect(toUnmodifiableMap(concept -> key(concept.id()), identity())));
        }
    }

    /** The concepts of a scheme, in the order of its list. */
    public List<Concept> concepts(Scheme scheme) {
        return lists.get(scheme);
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
        return Optional.ofNullable(byId.get(scheme).get(key));
    }

    /** The label of a concept, or its id where it is not known. */
    public String label(Scheme scheme, String id, Locale locale) {
        return find(scheme, id).map(concept -> concept.label(locale)).orElse(id);
    }

    /**
     * Every label of every concept, superseded ones included: schemes and concepts in their order, then by language code,
     * the preferred label before the alternatives.
     */
    public Stream<Label> labels() {
        return lists.values().stream().flatMap(List::stream).flatMap(Label::of);
    }

    private static String key(String id) {
        return id.strip().toLowerCase(Locale.ROOT);
    }
}
