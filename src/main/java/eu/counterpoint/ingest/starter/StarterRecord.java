package eu.counterpoint.ingest.starter;

import eu.counterpoint.library.Consent;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Gammma;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.vocabulary.Scheme;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One record of {@code starter/records.json}, whose fields are called as in the metadata of REST.
 *
 * @param files names of files beside it
 */
record StarterRecord(MaterialId id, Description description, List<String> files) {

    private static final String FOLDER = "starter/";

    /** All of them, in the order of the list; none where there is no list. */
    static List<StarterRecord> all() throws IOException {
        ClassPathResource list = new ClassPathResource(FOLDER + "records.json");
        if (!list.exists()) {
            return List.of();
        }
        try (InputStream json = list.getInputStream()) {
            return elements(JsonMapper.shared().readTree(json)).map(StarterRecord::of).toList();
        }
    }

    /** The content of one of its files. */
    static InputStream open(String file) throws IOException {
        return new ClassPathResource(FOLDER + file).getInputStream();
    }

    static StarterRecord of(JsonNode json) {
        Map<Scheme, List<String>> concepts = new EnumMap<>(Scheme.class);
        for (Scheme scheme : Scheme.values()) {
            List<String> ids = texts(json.path(scheme.field()));
            if (!ids.isEmpty()) {
                concepts.put(scheme, ids);
            }
        }
        JsonNode gammma = json.path("gammma");
        Description description = new Description(text(json, "title"), text(json, "summary"), concepts,
                json.hasNonNull("year") ? json.get("year").asInt() : null, text(json, "organisation"),
                texts(json.path("authors")), text(json, "reviewedBy"), textOrNull(json, "link"), Visibility.PUBLIC,
                Consent.NOBODY_NAMED, text(json, "purpose"),
                new Gammma(text(gammma, "goal"), text(gammma, "audience"), text(gammma, "message"),
                        text(gammma, "messenger"), text(gammma, "media"), text(gammma, "action"),
                        text(gammma, "evaluation")));
        return new StarterRecord(new MaterialId(text(json, "id")), description, texts(json.path("files")));
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asString("");
    }

    private static @Nullable String textOrNull(JsonNode json, String field) {
        return json.hasNonNull(field) ? json.get(field).asString() : null;
    }

    /** One text or an array of them. */
    private static List<String> texts(JsonNode json) {
        return json.isString() ? List.of(json.asString()) : elements(json).map(JsonNode::asString).toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
