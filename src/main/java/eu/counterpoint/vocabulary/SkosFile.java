package eu.counterpoint.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.util.Models;
import org.eclipse.rdf4j.model.util.RDFCollections;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.rio.helpers.StatementCollector;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;
import org.jspecify.annotations.Nullable;

/**
 * One concept scheme as SKOS in Turtle. Its concepts stand in a {@code skos:OrderedCollection}, which is their reading
 * order; {@code skos:notation} is the id. A sentence for people is the {@code skos:definition}, or else the
 * {@code skos:scopeNote}. What is replaced says by what with {@code dct:isReplacedBy}.
 */
class SkosFile {

    private final Scheme scheme;
    private final Model model;

    private SkosFile(Scheme scheme, Model model) {
        this.scheme = scheme;
        this.model = model;
    }

    static SkosFile of(Scheme scheme) {
        var name = "/vocabulary/" + scheme.id() + ".ttl";
        try (var turtle = SkosFile.class.getResourceAsStream(name)) {
            if (turtle == null) {
                throw new IllegalStateException("The vocabulary has no file " + name);
            }
            return read(scheme, turtle);
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("The vocabulary's file " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    static SkosFile read(Scheme scheme, InputStream turtle) throws IOException {
        var model = new LinkedHashModel();
        // The parser itself rather than Rio's registry, which would look for every RDF format on the class path.
        var parser = new TurtleParser();
        parser.setRDFHandler(new StatementCollector(model));
        parser.parse(turtle, "urn:counterpoint:");
        return new SkosFile(scheme, model);
    }

    /**
     * The concepts in reading order.
     *
     * @throws IllegalStateException when the list and the described concepts differ, an id is missing or doubled, or a
     *                               concept has no English label
     */
    List<Concept> concepts() {
        var listed = readingOrder();
        var described = model.filter(null, RDF.TYPE, SKOS.CONCEPT).subjects();
        if (!described.equals(new HashSet<>(listed))) {
            throw new IllegalStateException("The reading order and the described concepts differ");
        }
        var concepts = listed.stream().map(this::concept).toList();
        if (concepts.stream().map(Concept::id).distinct().count() < concepts.size()) {
            throw new IllegalStateException("Two concepts have the same id");
        }
        return concepts;
    }

    Model statements() {
        return model;
    }

    private List<Resource> readingOrder() {
        var head = Models.objectResource(model.filter(null, SKOS.MEMBER_LIST, null))
                .orElseThrow(() -> new IllegalStateException("There is no reading order"));
        var members = RDFCollections.asValues(model, head, new ArrayList<Value>());
        return members.stream().map(Resource.class::cast).toList();
    }

    private Concept concept(Resource subject) {
        var id = id(subject);
        var labels = new TreeMap<String, String>();
        texts(subject, SKOS.PREF_LABEL).forEach((language, texts) -> labels.put(language, texts.getFirst()));
        if (!labels.containsKey("en")) {
            throw new IllegalStateException("The concept " + id + " has no English label");
        }
        return new Concept(scheme, id, Map.copyOf(labels), Map.copyOf(texts(subject, SKOS.ALT_LABEL)),
                descriptions(subject), matches(subject), supersededBy(subject));
    }

    private String id(Resource subject) {
        return Models.objectString(model.filter(subject, SKOS.NOTATION, null))
                .orElseThrow(() -> new IllegalStateException("The concept " + subject + " has no skos:notation"));
    }

    private Map<String, String> descriptions(Resource subject) {
        var descriptions = new TreeMap<String, String>();
        for (var property : List.of(SKOS.SCOPE_NOTE, SKOS.DEFINITION)) {
            texts(subject, property).forEach((language, texts) -> descriptions.put(language, texts.getFirst()));
        }
        return Map.copyOf(descriptions);
    }

    /** Only the same or nearly the same: {@code skos:relatedMatch} stays in the file. */
    private List<URI> matches(Resource subject) {
        var matches = new ArrayList<URI>();
        for (var property : List.of(SKOS.EXACT_MATCH, SKOS.CLOSE_MATCH)) {
            model.filter(subject, property, null).objects()
                    .forEach(match -> matches.add(URI.create(match.stringValue())));
        }
        return List.copyOf(matches);
    }

    private @Nullable String supersededBy(Resource subject) {
        return Models.objectResource(model.filter(subject, DCTERMS.IS_REPLACED_BY, null)).map(this::id).orElse(null);
    }

    private Map<String, List<String>> texts(Resource subject, IRI property) {
        var texts = new LinkedHashMap<String, List<String>>();
        for (var value : model.filter(subject, property, null).objects()) {
            if (value instanceof Literal text && text.getLanguage().isPresent()) {
                texts.computeIfAbsent(text.getLanguage().get(), language -> new ArrayList<>()).add(text.getLabel());
            }
        }
        texts.replaceAll((language, list) -> List.copyOf(list));
        return texts;
    }
}
