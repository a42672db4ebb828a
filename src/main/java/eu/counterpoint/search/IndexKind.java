package eu.counterpoint.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The two indices. Each is reached through its alias; behind it stands one that {@link IndexLayout} names. Both analyse
 * text in the same ways, which therefore stand in a file of their own.
 */
enum IndexKind {
    MATERIALS("materials"), PASSAGES("passages");

    private final String alias;
    private final String definition;

    IndexKind(String name) {
        alias = "counterpoint-" + name;
        definition = withAnalysis(json(name)).toString();
    }

    /** What is searched and written to. */
    String alias() {
        return alias;
    }

    /** What a rebuild fills, and changes are written to as well; there only meanwhile. */
    String next() {
        return alias + "-next";
    }

    /** Settings and mappings, as Elasticsearch takes them, whatever model makes the vectors; see {@link IndexLayout}. */
    String definition() {
        return definition;
    }

    /** How often what was written becomes visible to searches, as Elasticsearch writes times. */
    String refreshInterval() {
        return JsonMapper.shared().readTree(definition).at("/settings/index/refresh_interval").asString("1s");
    }

    private static ObjectNode withAnalysis(ObjectNode index) {
        ((ObjectNode) index.at("/settings/index")).set("analysis", json("analysis"));
        return index;
    }

    private static ObjectNode json(String name) {
        String resource = "/index-mappings/" + name + ".json";
        try (InputStream in = Objects.requireNonNull(IndexKind.class.getResourceAsStream(resource), resource)) {
            return (ObjectNode) JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
